import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agents } from '../../sandbox/altur/agents.mts';
import { openLab, reserved, until } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

describe('an activated campaign', () => {
	let lab: Lab;
	const events: Array<Record<string, unknown>> = [];
	const listener = createServer((request, response) => {
		let text = '';
		request.on('data', (part) => (text += String(part)));
		request.on('end', () => {
			events.push(JSON.parse(text) as Record<string, unknown>);
			response.end();
		});
	});
	beforeAll(async () => {
		await new Promise<void>((resume) => listener.listen(0, '127.0.0.1', resume));
		lab = await openLab();
	});
	beforeEach(() => {
		lab.sandbox.reset();
		lab.sandbox.set({ speed: 2_000 });
		events.length = 0;
		const { port } = listener.address() as AddressInfo;
		lab.sandbox.altur.setWebhook({ url: `http://127.0.0.1:${port}/` });
	});
	afterAll(async () => {
		await lab.sandbox.close();
		listener.close();
		listener.closeAllConnections();
	});

	const start = async (contacts: object[], more: object = {}): Promise<string> => {
		const plan = {
			name: 'Mayo',
			agent_id: agents.diana.id,
			integration_id: 'int_sandbox_phone',
			integration_type: 'phone_call',
		};
		const { body } = await lab.ask('POST', '/campaigns', { ...plan, ...more });
		const path = `/campaigns/${body.campaign.id}`;
		await lab.ask('POST', `${path}/contacts`, { contacts });
		await lab.ask('POST', `${path}/activate`);
		return path;
	};
	const finished = (path: string) =>
		until('the campaign finished', async () => {
			return (await lab.ask('GET', path)).body.campaign.status === 'finished';
		});
	const named = (name: string) => events.filter(({ event_type: type }) => type === name);

	it('calls each contact once, writes down the result and tells that it finished', async () => {
		const people = Array.from({ length: 30 }, (_, at) => ({ contact: `+52551111${1_000 + at}` }));
		const path = await start([
			...people,
			{ contact: reserved('001'), name: 'Busy' },
			{ contact: reserved('004'), name: 'Machine', f_id: 'm1' },
		]);
		await finished(path);
		const rang = lab.sandbox.dialled('campaign');
		expect(Object.values(rang)).toEqual(Array.from({ length: 32 }, () => 1));
		expect(lab.sandbox.dialled('call')).toEqual({});
		const { analytics } = (await lab.ask('GET', path)).body.campaign;
		expect(analytics).toMatchObject({
			calls: 32,
			contacts: 32,
			callsAnsweredByHuman: 30,
			contactsVoicemail: 1,
			contactsFailed: 1,
			contactsAnswered: 30,
		});
		await until('all was told', () => named('on_call_end').length === 32);
		expect(named('campaign.status_changed')).toMatchObject([
			{ data: { campaign: { status: 'ready', previous_status: 'pending' } } },
			{ data: { campaign: { status: 'active', previous_status: 'ready' } } },
			{ data: { campaign: { status: 'finished' }, analytics: { calls: 32 } } },
		]);
		expect(named('on_call_end')).toContainEqual(
			expect.objectContaining({
				campaign_user: expect.objectContaining({ f_id: 'm1', name: 'Machine' }),
			}),
		);
	});

	it('lists its calls by page, result and who answered', async () => {
		const path = await start([
			{ contact: '+525512345678', name: 'Ana' },
			{ contact: reserved('004') },
			{ contact: reserved('002') },
		]);
		await finished(path);
		const all = (await lab.ask('GET', `${path}/calls?pageSize=2`)).body;
		expect(all).toMatchObject({
			total_count: 3,
			pagination: { page_index: 0, page_size: 2, has_next: true, next_page: 1 },
		});
		const answered = await lab.ask('GET', `${path}/calls?status=ended&answeredBy=human`);
		expect(answered.body.calls).toEqual([
			expect.objectContaining({
				contact: expect.objectContaining({ name: 'Ana', phone_number: '+525512345678' }),
				recording_url: expect.stringMatching(/^\/api\/v1\.0\/call\/cll_\w+\/recording$/),
			}),
		]);
		const missed = (await lab.ask('GET', `${path}/calls?status=no-answer`)).body;
		expect(missed.calls).toHaveLength(1);
		const none = (await lab.ask('GET', `${path}/calls?endDate=2020-01-01`)).body;
		expect(none.calls).toEqual([]);
	});

	it('calls those again who could not be reached, as often as it may', async () => {
		const path = await start([{ contact: reserved('001') }, { contact: '+525512345678' }], {
			retries: 2,
		});
		await finished(path);
		expect(lab.sandbox.dialled()).toEqual({ [reserved('001')]: 3, '+525512345678': 1 });
	});

	it('rests between its cycles and then calls those it should again', async () => {
		lab.sandbox.set({ speed: 10_000 });
		const cycles = {
			enabled: true,
			max_iterations: 2,
			cooldown_minutes: 10,
			filter_statuses: ['failed'],
			filter_tags: [],
		};
		const path = await start([{ contact: reserved('001') }, { contact: '+525512345678' }], {
			cycles,
		});
		await finished(path);
		expect(lab.sandbox.dialled()).toEqual({ [reserved('001')]: 2, '+525512345678': 1 });
		await until('all was told', () => named('campaign.status_changed').length === 5);
		expect(named('campaign.cycle_completed')).toMatchObject([
			{ data: { cycle_iteration: 1, next_cycle_at: expect.any(String) } },
			{ data: { cycle_iteration: 2, next_cycle_at: null } },
		]);
	});

	it('calls nobody new while it is paused', async () => {
		lab.sandbox.set({ speed: 1 });
		const path = await start([{ contact: '+525512345678' }]);
		await until('it dials', () => '+525512345678' in lab.sandbox.dialled());
		await lab.ask('POST', `${path}/pause`);
		await lab.ask('POST', `${path}/contacts`, { contacts: [{ contact: '+525512345679' }] });
		await new Promise((resume) => setTimeout(resume, 80));
		expect(lab.sandbox.dialled()).toEqual({ '+525512345678': 1 });
		lab.sandbox.set({ speed: 2_000 });
		await lab.ask('POST', `${path}/resume`);
		await finished(path);
		expect(lab.sandbox.dialled()).toEqual({ '+525512345678': 1, '+525512345679': 1 });
	});

	it('always keeps the contract', () => {
		expect(lab.broken).toEqual([]);
	});
});
