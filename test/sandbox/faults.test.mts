import { alturKey, alturPrefix } from '../../sandbox/altur/address.mts';
import { agents } from '../../sandbox/altur/agents.mts';
import { openLab, reserved } from './alturClient.mts';
import type { Answered, Lab } from './alturClient.mts';

describe('a fault in the sandbox', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	beforeEach(() => {
		lab.sandbox.reset();
		lab.sandbox.set({ slowAnswerMs: 150, hugeBytes: 3_000_000 });
	});
	afterAll(() => lab.sandbox.close());

	const outcomeOf = (request: Promise<Answered>): Promise<number | string> =>
		request.then(
			({ status }) => status,
			(error: Error & { code?: string }) => error.code ?? error.name,
		);
	const rings = (digits: string): number => lab.sandbox.dialled()[reserved(digits)] ?? 0;

	it.each(['400', '401', '402', '404', '408', '409', '500', '502', '503', '504'])(
		'%s is answered to its own number in the vendor’s shape, and nobody is called',
		async (digits) => {
			const answer = await lab.call(reserved(digits));
			const error = { error: Number(digits), message: expect.any(String) };
			expect(answer).toMatchObject({ status: Number(digits), body: error });
			expect(rings(digits)).toBe(0);
		},
	);

	it('429 refuses the first request only, saying how many seconds to wait', async () => {
		const refused = await lab.call(reserved('429'));
		expect(refused.status).toBe(429);
		expect(refused.body.detail).toBe('Request was throttled. Expected available in 1 second.');
		expect(rings('429')).toBe(0);
		expect((await lab.call(reserved('429'))).status).toBe(200);
		expect(rings('429')).toBe(1);
	});

	it('428 is refused for good', async () => {
		for (let time = 0; time < 3; time += 1) {
			expect((await lab.call(reserved('428'))).status).toBe(429);
		}
		expect(rings('428')).toBe(0);
	});

	it.each([
		['901', 'ECONNRESET', 0],
		['902', 'ECONNRESET', 1],
		['905', 500, 1],
		['906', 200, 1],
		['907', 200, 1],
		['908', 204, 1],
		['909', 'ECONNRESET', 1],
		['910', 200, 1],
		['911', 302, 0],
		['912', 200, 1],
	])('%s ends as %s and rings %i times', async (digits, outcome, times) => {
		const met = await outcomeOf(lab.call(reserved(digits)));
		expect(met === 'UND_ERR_SOCKET' ? 'ECONNRESET' : met).toBe(outcome);
		expect(rings(digits)).toBe(times);
	});

	it('903 answers, but late', async () => {
		const started = performance.now();
		expect((await lab.call(reserved('903'))).status).toBe(200);
		expect(performance.now() - started).toBeGreaterThan(140);
		expect(rings('903')).toBe(1);
	});

	it('904 calls and never answers', async () => {
		const call = outcomeOf(lab.call(reserved('904')));
		const patience = new Promise((resume) => setTimeout(resume, 300, 'still waiting'));
		expect(await Promise.race([call, patience])).toBe('still waiting');
		expect(rings('904')).toBe(1);
		expect(lab.sandbox.requests()[0]?.status).toBe('silence');
	});

	it('906, 907, 910 and 912 are a page, nothing, packed and large', async () => {
		expect((await lab.call(reserved('906'))).headers['content-type']).toContain('text/html');
		expect((await lab.call(reserved('907'))).text).toBe('');
		expect((await lab.call(reserved('910'))).headers['content-encoding']).toBe('gzip');
		const large = await lab.call(reserved('912'));
		expect(large.text.length).toBeGreaterThan(3_000_000);
		expect(large.body.id).toMatch(/^cll_/);
	});

	it('911 leads where the settings say', async () => {
		await lab.control('POST', 'settings', { redirectTo: 'http://127.0.0.1:9/elsewhere' });
		const { headers } = await lab.call(reserved('911'));
		expect(headers.location).toBe('http://127.0.0.1:9/elsewhere');
	});

	it('can be ordered for any endpoint, so many times', async () => {
		const rule = { vendor: 'altur', method: 'GET', path: '/campaigns*', times: 2 };
		await lab.control('POST', 'faults', { ...rule, fault: { kind: 'status', status: 503 } });
		expect((await lab.ask('GET', '/thread/x')).status).toBe(404);
		expect((await lab.ask('GET', '/campaigns?pageSize=1')).status).toBe(503);
		expect((await lab.ask('GET', '/campaigns/1001')).status).toBe(503);
		expect((await lab.ask('GET', '/campaigns/1001')).status).toBe(200);
	});

	it('may say when to come again in a header', async () => {
		const fault = { kind: 'throttled', seconds: 7, retryAfter: '9' } as const;
		lab.sandbox.fail({ vendor: 'altur', fault, times: 1 });
		const { headers, body } = await lab.ask('GET', '/campaigns');
		expect(headers['retry-after']).toBe('9');
		expect(body.detail).toContain('7 seconds');
	});

	it('strikes after the effect if that is asked for', async () => {
		const fault = { kind: 'status', status: 502, carriedOut: true } as const;
		lab.sandbox.fail({ vendor: 'altur', path: '/call', times: 1, fault });
		expect((await lab.call('+525512345678')).status).toBe(502);
		expect(lab.sandbox.dialled()).toEqual({ '+525512345678': 1 });
	});

	it('that does not exist cannot be ordered, nor an unknown setting', async () => {
		const order = (fault: object) => lab.control('POST', 'faults', { vendor: 'altur', fault });
		expect((await order({ kind: 'earthquake' })).status).toBe(400);
		expect((await order({ kind: 'status' })).status).toBe(400);
		expect((await order({ kind: 'reset', carriedout: true })).status).toBe(400);
		expect((await lab.control('POST', 'settings', { latency: 5 })).status).toBe(400);
		expect((await lab.call('+525512345678')).status).toBe(200);
	});

	it('can be taken back', async () => {
		await lab.control('POST', 'faults', { vendor: 'altur', fault: { kind: 'reset' } });
		await lab.control('DELETE', 'faults');
		expect((await lab.call('+525512345678')).status).toBe(200);
	});

	it('half an answer is cut inside the JSON, not before', async () => {
		const response = await fetch(`${lab.sandbox.url}${alturPrefix}/call`, {
			method: 'POST',
			headers: { authorization: `api-key ${alturKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({ agent_id: agents.diana.id, phone_number_to: reserved('909') }),
		});
		expect(response.status).toBe(200);
		await expect(response.text()).rejects.toThrow();
		expect(lab.sandbox.requests()[0]?.status).toBe('cut short');
	});
});
