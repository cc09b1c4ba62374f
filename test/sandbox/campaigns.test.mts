import { agents } from '../../sandbox/altur/agents.mts';
import { openLab } from './alturClient.mts';
import type { AnswerBody, Answered, Lab } from './alturClient.mts';

describe('campaigns in the sandbox', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	afterEach(() => lab.sandbox.reset());
	afterAll(() => lab.sandbox.close());

	const create = async (name = 'Mayo', more: object = {}): Promise<number> => {
		const plan = {
			name,
			agent_id: agents.diana.id,
			integration_id: 'int_sandbox_phone',
			integration_type: 'phone_call',
		};
		const { body } = await lab.ask('POST', '/campaigns', { ...plan, ...more });
		return body.campaign.id;
	};
	const act = (id: number, action: string): Promise<Answered> =>
		lab.ask('POST', `/campaigns/${id}/${action}`);

	it('are listed by cursor, each once, with their agents', async () => {
		const seen = new Set<number>();
		const agentIds = new Set<string>();
		let cursor: string | null = null;
		do {
			const more: string = cursor === null ? '' : `&cursor=${cursor}`;
			const { body }: Answered = await lab.ask('GET', `/campaigns?pageSize=50${more}`);
			expect(body.total_count).toBe(137);
			for (const { id, agent } of body.campaigns) {
				seen.add(id);
				agentIds.add(agent.id);
			}
			cursor = body.pagination.next_cursor;
			expect(body.pagination.has_next).toBe(cursor !== null);
		} while (cursor !== null);
		expect(seen.size).toBe(137);
		expect(agentIds).toEqual(new Set(Object.values(agents).map(({ id }) => id)));
	});

	type Listed = AnswerBody['campaigns'][number];
	const filters: Array<[string, (campaign: Listed) => boolean]> = [
		[`agentId=${agents.luis.id}`, ({ agent }) => agent.id === agents.luis.id],
		['status=finished', ({ status }) => status === 'finished'],
		[
			'startDate=2025-01-03&endDate=2025-01-06T00:00:00Z',
			({ created_at: at }) => at > '2025-01-03' && at < '2025-01-06',
		],
	];
	it.each(filters)('can be filtered by %s', async (query, fits) => {
		const { body } = await lab.ask('GET', `/campaigns?${query}`);
		expect(body.campaigns.length).toBeGreaterThan(1);
		expect(body.total_count).toBeLessThan(137);
		expect(body.campaigns.every(fits)).toBe(true);
	});

	it('want both dates or none, and cursors of their own', async () => {
		expect((await lab.ask('GET', '/campaigns?startDate=2025-01-01')).status).toBe(400);
		expect((await lab.ask('GET', '/campaigns?cursor=made-up')).status).toBe(400);
		expect((await lab.ask('GET', '/campaigns?startDate=May&endDate=June')).status).toBe(400);
	});

	it('can be created, read and changed', async () => {
		const cycles = { enabled: true, max_iterations: 3 };
		const id = await create('Junio', { timezone: 'America/Bogota', cycles });
		await lab.ask('PATCH', `/campaigns/${id}`, {
			description: 'Más',
			cycles: { cooldown_minutes: 5 },
		});
		const { body } = await lab.ask('GET', `/campaigns/${id}`);
		expect(body).toMatchObject({
			success: true,
			campaign: {
				name: 'Junio',
				status: 'pending',
				timezone: 'America/Bogota',
				description: 'Más',
				agent: agents.diana,
				integration: { id: 'int_sandbox_phone' },
				cycles: { enabled: true, max_iterations: 3, cooldown_minutes: 5 },
			},
		});
		const missing = await lab.ask('POST', '/campaigns', { name: 'x', agent_id: agents.luis.id });
		expect(missing.body.message).toContain('integration_id');
	});

	it('start, pause, go on and are put away as documented', async () => {
		const id = await create();
		const statusAfter = async (action: string) => (await act(id, action)).body.campaign.status;
		await lab.ask('POST', `/campaigns/${id}/contacts`, {
			contacts: [{ contact: '+525550000006' }],
		});
		expect(await statusAfter('activate')).toBe('active');
		expect(await statusAfter('pause')).toBe('inactive');
		expect(await statusAfter('pause')).toBe('inactive');
		expect(await statusAfter('resume')).toBe('active');
		expect(await statusAfter('resume')).toBe('active');
		expect((await act(id, 'archive')).body.campaign.archived).toBe(true);
		expect((await act(id, 'archive')).status).toBe(200);
	});

	it('refuse a second activation with the status and what is possible', async () => {
		const id = await create();
		await act(id, 'activate');
		expect(await act(id, 'activate')).toMatchObject({
			status: 409,
			body: {
				error: 409,
				message: 'INVALID_STATUS_TRANSITION',
				current_status: 'active',
				valid_targets: ['inactive'],
			},
		});
	});

	it('refuse what they cannot do or pay', async () => {
		const id = await create('Navidad, over budget');
		expect(await act(id, 'activate')).toMatchObject({
			status: 402,
			body: { message: 'BILLING_LIMIT_REACHED' },
		});
		expect(await act(id, 'explode')).toMatchObject({
			status: 400,
			body: { message: 'UNKNOWN_ACTION' },
		});
		expect((await act(99, 'activate')).status).toBe(404);
	});

	const plan = { name: 'x', agent_id: agents.diana.id, integration_type: 'phone_call' };
	const phone = { ...plan, integration_id: 'int_sandbox_phone' };

	it.each([
		['no channel', { ...phone, integration_type: undefined }, 'integration_type'],
		['another channel than the line’s', { ...phone, integration_type: 'whatsapp' }],
		['a line that the agent does not have', { ...plan, integration_id: 'int_other' }],
		['a template by phone', { ...phone, template: 'x' }],
		[
			'a schedule in mode cooldown',
			{ ...phone, cycles: { enabled: true, mode: 'cooldown', schedule: {} } },
		],
		['too many retries', { ...phone, retries: 6 }, 'retries'],
		['no message at all', { ...phone, message_limit: 0 }, 'message_limit'],
		['a name of 256 characters', { ...phone, name: 'x'.repeat(256) }, 'name'],
	])('are refused with %s', async (_what, body, said = 'INVALID_REQUEST') => {
		const { status, body: answer } = await lab.ask('POST', '/campaigns', body);
		expect(status).toBe(400);
		expect(answer.message).toContain(said);
	});

	it('ignore the rest of cycles that are not enabled', async () => {
		const id = await create('Mayo', { cycles: { max_iterations: 7, schedule: {} } });
		const { body } = await lab.ask('GET', `/campaigns/${id}`);
		expect(body.campaign).toMatchObject({ cycles: { enabled: false, max_iterations: 0 } });
	});

	it.each([
		[{ agent_id: agents.luis.id }, 'agent_id'],
		[{ integration_id: 'int_sandbox_whatsapp' }, 'integration_id'],
		[{ integration_type: 'whatsapp' }, 'integration_type'],
		[{ cycles: { enabled: false } }, 'cycles.enabled'],
		[{ cycles: { mode: 'scheduled' } }, 'cycles.mode'],
	])('never change %j', async (changes, field) => {
		const id = await create('Mayo', { cycles: { enabled: true } });
		expect(await lab.ask('PATCH', `/campaigns/${id}`, changes)).toMatchObject({
			status: 400,
			body: { message: 'IMMUTABLE_FIELD', field },
		});
	});

	it('refuse changes that their status, their cycles or their channel do not allow', async () => {
		const without = await create();
		const said = async (id: number, changes: object) => {
			const { status, body } = await lab.ask('PATCH', `/campaigns/${id}`, changes);
			return `${status} ${String(body.message)}`;
		};
		expect(await said(without, { cycles: { max_iterations: 2 } })).toBe('400 CYCLES_NOT_ENABLED');
		expect(await said(without, { template: 'x' })).toBe('400 INVALID_REQUEST');
		const cooling = await create('Mayo', { cycles: { enabled: true, mode: 'cooldown' } });
		expect(await said(cooling, { cycles: { schedule: {} } })).toBe('400 SCHEDULED_MODE_ONLY');
		lab.sandbox.altur.setCampaign(cooling, 'finished');
		expect(await said(cooling, { name: 'y' })).toBe('409 CAMPAIGN_FINISHED');
	});

	it('are created once for one Idempotency-Key', async () => {
		const headers = { 'idempotency-key': 'b2f6d1c8-1c1f-4a7e-9d38-2f6f0f7e1a11' };
		const one = await lab.ask('POST', '/campaigns', phone, { headers });
		const other = await lab.ask('POST', '/campaigns', phone, { headers });
		expect(other.body.campaign.id).toBe(one.body.campaign.id);
	});

	it('always keep the contract', () => {
		expect(lab.broken).toEqual([]);
	});
});
