import { agents } from '../../sandbox/altur/agents.mts';
import { openLab, reserved, until } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

describe('a call in the sandbox', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab({ speed: 100 });
	});
	afterEach(() => lab.sandbox.reset());
	afterAll(() => lab.sandbox.close());

	const statusesUntilOver = async (number: string): Promise<string[]> => {
		lab.sandbox.set({ speed: 3 });
		const { body } = await lab.call(number);
		const seen: string[] = [body.status];
		await until(`${number} is over`, async () => {
			const { status } = (await lab.ask('GET', `/call/${body.id}`)).body;
			if (seen.at(-1) !== status) seen.push(status);
			if (status === 'ringing') lab.sandbox.set({ speed: 20 });
			if (status === 'in-progress') lab.sandbox.set({ speed: 100 });
			return ['ended', 'busy', 'no-answer', 'failed'].includes(status);
		});
		return seen;
	};

	it('is answered as created, with the vendor’s keys and without the number', async () => {
		const { status, body, text } = await lab.call('+525512345678', {
			end_user_display_name: 'Ana Muñoz',
			end_user_context: { owes: 1200 },
			initial_message: 'Hola',
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({
			id: expect.stringMatching(/^cll_[0-9A-Za-z]{20}$/),
			thread: {
				agent: { name: 'Diana Cobranza' },
				end_user: { display_name: 'Ana Muñoz', info: '{"owes":1200}' },
			},
			type: 'outbound',
			status: 'created',
			answered_by: null,
			started_at: null,
			duration: null,
		});
		expect(text).not.toContain('5512345678');
	});

	it('goes through its states in accelerated time', async () => {
		expect(await statusesUntilOver('+525512345678')).toEqual([
			'created',
			'queued',
			'ringing',
			'in-progress',
			'ended',
		]);
	});

	it.each([
		['001', 'busy', null],
		['002', 'no-answer', null],
		['003', 'failed', null],
		['004', 'ended', 'machine'],
		['005', 'ended', 'human'],
	])('to the reserved number …%s comes out as %s, answered by %s', async (digits, status, by) => {
		lab.sandbox.set({ speed: 10_000 });
		const { body } = await lab.call(reserved(digits));
		await until('the call is over', async () => {
			const call = (await lab.ask('GET', `/call/${body.id}`)).body;
			return call.ended_at !== null && call.status === status && call.answered_by === by;
		});
	});

	it('may be forwarded on its way', async () => {
		expect(await statusesUntilOver(reserved('005'))).toContain('forwarding');
	});

	it('that never ends is still going after a day', async () => {
		lab.sandbox.set({ speed: 1_000_000 });
		const { body } = await lab.call(reserved('006'));
		await new Promise((resume) => setTimeout(resume, 100));
		expect((await lab.ask('GET', `/call/${body.id}`)).body.status).toBe('in-progress');
	});

	it('can be ended by a test', async () => {
		const { body } = await lab.call(reserved('006'));
		await lab.control('POST', `altur/calls/${body.id}/end`, { status: 'failed' });
		const call = (await lab.ask('GET', `/call/${body.id}`)).body;
		expect(call).toMatchObject({ status: 'failed', ended_at: expect.any(String) });
		expect((await lab.control('POST', 'altur/calls/cll_x/end')).status).toBe(404);
	});

	it('has times that fit its duration', async () => {
		lab.sandbox.set({ speed: 10_000 });
		const { body } = await lab.call('+525512345678');
		await until('it ended', async () => {
			const call = (await lab.ask('GET', `/call/${body.id}`)).body;
			if (call.status !== 'ended') return false;
			const length = Date.parse(call.ended_at) - Date.parse(call.started_at);
			expect(length).toBe(call.duration * 1_000);
			return true;
		});
	});

	it('leaves what was said in its thread', async () => {
		const { body } = await lab.call(reserved('006'), { initial_message: 'Buenos días' });
		lab.sandbox.set({ speed: 10_000 });
		await until('somebody spoke', async () => {
			const answer = await lab.ask('GET', `/message/${body.thread.id}`);
			return answer.text.includes('Buenos días') && answer.text.includes('"EU"');
		});
	});

	it('to nobody the account knows, or by an unknown agent, is not found', async () => {
		const stranger = { agent_id: '00000000-0000-4000-8000-000000000000' };
		const answer = await lab.call('+525512345678', stranger);
		expect(answer).toMatchObject({ status: 404, body: { error: 404, message: 'Agent not found' } });
		expect((await lab.ask('GET', '/call/cll_unknown')).status).toBe(404);
		expect(lab.sandbox.dialled()).toEqual({});
	});

	it('is counted by number each time the phone rings', async () => {
		await lab.call('+525512345678');
		await lab.call('+525512345678', { agent_id: agents.sofia.id });
		await lab.call('+34600111222');
		const rang = { '+525512345678': 2, '+34600111222': 1 };
		expect(lab.sandbox.dialled()).toEqual(rang);
		expect((await lab.control('GET', 'dialled')).body).toEqual(rang);
	});

	it('always keeps the contract', () => {
		expect(lab.broken).toEqual([]);
	});
});
