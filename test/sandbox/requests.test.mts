import { agents } from '../../sandbox/altur/agents.mts';
import { openLab } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

describe('a request to the sandbox', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	afterEach(() => lab.sandbox.reset());
	afterAll(() => lab.sandbox.close());

	it.each([
		['without a key', ''],
		['with another key', 'api-key somebody-else'],
		['with the bare key', 'sandbox-altur-key'],
		['with the prefix pasted twice', 'api-key api-key sandbox-altur-key'],
		['with Bearer', 'Bearer sandbox-altur-key'],
	])('%s is not let in', async (_how, key) => {
		const answer = await lab.ask('GET', '/campaigns', undefined, { key });
		expect(answer.body).toEqual({ error: 401, message: 'Unauthorized' });
	});

	it('is recorded without its key', async () => {
		await lab.call('+525512345678');
		await lab.ask('GET', '/campaigns?pageSize=1', undefined, { key: 'api-key secret-of-mine' });
		const records = lab.sandbox.requests('altur');
		expect(records).toMatchObject([
			{
				n: 1,
				vendor: 'altur',
				method: 'POST',
				path: '/call',
				operationId: 'createCall',
				status: 200,
				inFlight: 1,
				headers: { authorization: '<valid key>' },
				body: { agent_id: agents.diana.id, phone_number_to: '+525512345678' },
			},
			{ n: 2, method: 'GET', query: { pageSize: '1' }, status: 401, operationId: 'listCampaigns' },
		]);
		expect(records[0]?.bodyBytes).toBeGreaterThan(80);
		expect(JSON.stringify(records)).not.toMatch(/secret-of-mine|sandbox-altur-key/);
		const { text } = await lab.control('GET', 'requests?vendor=altur');
		expect(text).not.toMatch(/secret-of-mine|sandbox-altur-key/);
	});

	it.each([
		['a property the contract does not name', { stray: 1 }, 'stray'],
		['a wrong type', { initial_message: 7 }, 'initial_message'],
		['a number that is not E.164', { phone_number_to: '5512345678' }, 'phone_number_to'],
		['an agent id that is no UUID', { agent_id: 'diana' }, 'agent_id'],
		['a missing number', { phone_number_to: undefined }, 'phone_number_to'],
	])('with %s is refused, naming it', async (_what, change, name) => {
		const answer = await lab.call('+525512345678', change);
		expect(answer.body).toEqual({ error: 400, message: expect.stringContaining(name) });
		expect(lab.sandbox.dialled()).toEqual({});
	});

	it('with an unknown query parameter is refused, naming it', async () => {
		const answer = await lab.ask('GET', '/campaigns?page_size=1');
		expect(answer.body).toEqual({ error: 400, message: expect.stringContaining('page_size') });
	});

	it('with broken JSON or none is refused', async () => {
		expect((await lab.ask('POST', '/call', undefined, { raw: '{"agent_id":' })).status).toBe(400);
		expect((await lab.ask('POST', '/call')).status).toBe(400);
	});

	it('to a path the vendor does not have is not found, and recorded', async () => {
		const answer = await lab.ask('GET', '/agents');
		expect(answer).toMatchObject({ status: 404, body: { error: 404 } });
		expect(lab.sandbox.requests()).toMatchObject([{ path: '/agents', operationId: null }]);
	});

	it('above the pace is answered 429 and does not take effect', async () => {
		lab.sandbox.set({ maxPerSecond: 5 });
		const numbers = Array.from({ length: 8 }, (_, index) => `+52551234567${index}`);
		const answers = await Promise.all(numbers.map((number) => lab.call(number)));
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused).toHaveLength(3);
		expect(refused[0]?.body.detail).toMatch(/Expected available in 1 second\./);
		expect(Object.keys(lab.sandbox.dialled())).toHaveLength(5);
	});

	it('is let in again when a second has passed', async () => {
		lab.sandbox.set({ maxPerSecond: 2 });
		const ask = async () => (await lab.ask('GET', '/campaigns?pageSize=1')).status;
		expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
		await new Promise((resume) => setTimeout(resume, 1_020));
		expect(await ask()).toBe(200);
	});

	it('is counted with how many were under way', async () => {
		lab.sandbox.set({ latencyMs: 50 });
		await Promise.all(['+5255123456', '+5255123457', '+5255123458'].map((to) => lab.call(to)));
		expect(lab.sandbox.requests().map(({ inFlight }) => inFlight)).toEqual([1, 2, 3]);
		expect((await lab.control('GET', 'requests/count?vendor=altur')).body).toMatchObject({
			count: 3,
			byOperation: { createCall: 3 },
			byStatus: { 200: 3 },
			maxInFlight: 3,
		});
	});

	it('may be counted without being kept', async () => {
		await lab.control('POST', 'settings', { record: 'counts' });
		await lab.call('+525512345678');
		expect(lab.sandbox.requests()).toEqual([]);
		expect(lab.sandbox.counts('altur').count).toBe(1);
	});

	it('is forgotten on reset', async () => {
		await lab.call('+525512345678');
		await lab.control('POST', 'reset');
		expect(lab.sandbox.requests()).toEqual([]);
		expect(lab.sandbox.dialled()).toEqual({});
		expect((await lab.control('GET', 'state/altur')).body.calls).toBe(0);
	});

	it('does not take longer after thousands of others', async () => {
		lab.sandbox.set({ record: 'counts' });
		const batch = async (prefix: string) => {
			const started = performance.now();
			for (let start = 0; start < 1_500; start += 50) {
				const numbers = Array.from({ length: 50 }, (_, at) => `${prefix}${10_000 + start + at}`);
				await Promise.all(numbers.map((number) => lab.call(number)));
			}
			return performance.now() - started;
		};
		await batch('+52551');
		const early = await batch('+52552');
		await batch('+52553');
		const late = await batch('+52554');
		expect(late).toBeLessThan(early * 2 + 200);
		expect(Object.keys(lab.sandbox.dialled())).toHaveLength(6_000);
	});

	it('always keeps the contract', () => {
		expect(lab.broken).toEqual([]);
	});
});
