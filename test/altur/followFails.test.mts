import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { agents } from '../../sandbox/altur/agents.mts';
import type { Fault } from '../../sandbox/start.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const follow = async (options: object, more: object = {}) => {
	const { outputs } = await altur(sandbox, {
		parameters: {
			...{ resource: 'call', operation: 'createAndWait', agentId: agents.diana.id },
			phoneNumber: '+525550000001',
			options: { pollIntervalSeconds: 0.05, requestsPerSecond: 0, ...options },
		},
		items: [{}],
		...more,
	});
	return outputs[0]?.[0]?.json;
};

const looks = () => sandbox.it.requests('altur').filter(({ method }) => method === 'GET').length;

test('a placed call that Altur will not show for now (429) is not told as not placed', async () => {
	const fault: Fault = { kind: 'status', status: 429 };
	sandbox.it.fail({ vendor: 'altur', method: 'GET', fault });
	const json = await follow({ maxWaitMinutes: 0.005 });
	expect(json).toMatchObject({ outcome: 'placed', timedOut: true, id: expect.any(String) });
	expect(json?.pollError).toMatch(/^Altur answered: [^.]*\.$/);
});

test.each([
	[401, 1],
	[403, 1],
	[404, 3],
	[410, 3],
])(
	'looks that can never succeed (%i) end after %i: the row is placed, and says why it was not followed',
	async (status, count) => {
		sandbox.it.fail({ vendor: 'altur', method: 'GET', fault: { kind: 'status', status } });
		const json = await follow({ maxWaitMinutes: 5 });
		expect(json).toMatchObject({ outcome: 'placed', timedOut: true, id: expect.any(String) });
		expect(json?.pollError).toMatch(/^Altur answered: .* The call was not followed to its end; /);
		expect(looks()).toBe(count);
	},
);

test('a call that is found again is followed on, however often it was not', async () => {
	for (const found of [false, true, false, true]) {
		const fault: Fault = found
			? { kind: 'status', status: 200, body: { status: 'in-progress' } }
			: { kind: 'status', status: 404 };
		sandbox.it.fail({ vendor: 'altur', method: 'GET', times: 2, fault });
	}
	const json = await follow({ maxWaitMinutes: 1 });
	expect(json).toMatchObject({ outcome: 'placed', timedOut: false });
	expect(looks()).toBeGreaterThan(8);
});

test.each([
	[{ status: 'canceled', ended_at: '2026-11-26T03:00:00Z' }, false],
	[{ status: 'in-progress', ended_at: '2026-11-26T03:00:00Z' }, false],
	[{ status: 'canceled', ended_at: null }, true],
	[{ status: 'canceled', ended_at: '' }, true],
])(
	'of %j a call that has ended is over, whatever its status: timedOut %s',
	async (body, timedOut) => {
		sandbox.it.fail({
			vendor: 'altur',
			method: 'GET',
			fault: { kind: 'status', status: 200, body },
		});
		expect(await follow({ maxWaitMinutes: 0.005 })).toMatchObject({
			...{ outcome: 'placed', timedOut },
			status: body.status,
		});
	},
);

test('a placed call keeps its ID whatever a look at it answers', async () => {
	const fault: Fault = { kind: 'status', status: 200, body: { detail: 'warming up' } };
	sandbox.it.fail({ vendor: 'altur', method: 'GET', fault });
	expect(await follow({ maxWaitMinutes: 0.005 })).toMatchObject({
		...{ outcome: 'placed', timedOut: true, detail: 'warming up' },
		id: expect.stringMatching(/^cll_/),
	});
});

test('Max Wait holds also where no look is answered', async () => {
	const server = createServer((request, response) => {
		if (request.method === 'GET') return;
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end('{"id":"cll_1","status":"created"}');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const started = performance.now();
	const json = await follow({ maxWaitMinutes: 0.5 / 60, timeoutSeconds: 20 }, { baseUrl });
	const took = performance.now() - started;
	server.closeAllConnections();
	server.close();
	expect(json).toMatchObject({ outcome: 'placed', timedOut: true, id: 'cll_1' });
	expect(took).toBeLessThan(5_000);
});
