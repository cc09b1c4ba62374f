import type { IDataObject, IWorkflowSettings } from 'n8n-workflow';
import { outputOf } from '../../host/client.mts';
import { agents } from '../../sandbox/altur/agents.mts';
import { outcomes, rowsOf } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { chain } from '../support/n8nWorkflow.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { Arrived, Reply, VendorServer } from '../support/vendorServer.mts';

jest.setTimeout(180_000);

let real: Lab;
let server: VendorServer;
let serial = 0;

beforeAll(async () => {
	real = await lab();
	server = await startVendorServer();
});
afterAll(async () => await server.close());

const json = (body: unknown, more: Partial<Reply> = {}): Reply => ({
	status: 200,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
	...more,
});
const refusal = (seconds: number): Reply => ({
	...json({ detail: `Request was throttled. Expected available in ${seconds} seconds.` }),
	status: 429,
	headers: { 'content-type': 'application/json', 'retry-after': String(seconds) },
});

interface Asked {
	node: 'altur' | 'guruSup';
	parameters: IDataObject;
	items: IDataObject[];
	reply: (request: Arrived) => Reply;
	settings?: IWorkflowSettings;
}

/** Runs one node on an account that nobody has used before; tells its items and when requests came, in ms. */
async function run({ node, parameters, items, reply, settings }: Asked) {
	const came: number[] = [];
	server.answer((request) => {
		came.push(performance.now());
		return reply(request);
	});
	const type = `${node}Api`;
	const { id, name } = await real.n8n.createCredential({
		name: `Limits ${++serial}`,
		type,
		data: { apiKey: `key-of-test-${serial}`, baseUrl: server.baseUrl, webhookSecret: '' },
	});
	const draft = {
		name: 'Node',
		type: `n8n-nodes-conversational-agents.${node}`,
		parameters: parameters as never,
		credentials: { [type]: { id, name } },
		onError: 'continueRegularOutput' as const,
	};
	const workflow = await real.n8n.createWorkflow({
		...chain(items, [draft], []),
		settings: { executionOrder: 'v1', ...settings },
	});
	const begun = performance.now();
	const execution = await real.n8n.waitForExecution(await real.n8n.run(workflow), {
		timeoutMs: 150_000,
	});
	const ms = performance.now() - begun;
	const rows = (outputOf(execution, 'Node')[0] ?? []).map((item) => item.json);
	return { rows, came, ms, targets: server.arrived.map(({ target }) => target) };
}

/** Lets so many a second in, and refuses the rest for one second. */
function limited(perSecond: number, answer: (request: Arrived) => Reply) {
	let letIn: number[] = [];
	const taken: Arrived[] = [];
	const reply = (request: Arrived): Reply => {
		const now = performance.now();
		letIn = letIn.filter((at) => now - at < 1_000);
		if (letIn.length >= perSecond) return refusal(1);
		letIn.push(now);
		taken.push(request);
		return answer(request);
	};
	return { reply, taken };
}

const message = (options: IDataObject): IDataObject => ({
	resource: 'message',
	operation: 'create',
	body: 'Hola',
	userFid: '={{ $json.number }}',
	threadFid: '={{ $json.number }}',
	options,
});
const call = (options: IDataObject, operation = 'create'): IDataObject => ({
	resource: 'call',
	operation,
	agentId: agents.diana.id,
	phoneNumber: '={{ $json.number }}',
	options,
});

test.each<[rows: number, concurrency: number, perSecond: number]>([
	[100, 20, 5],
	[200, 50, 12],
])(
	'a vendor that asks for one second loses none of %i rows at concurrency %i',
	async (count, concurrency, perSecond) => {
		const items = rowsOf(count);
		const { reply, taken } = limited(perSecond, () => json({ id: 'm1' }));
		const { rows } = await run({
			...{ node: 'guruSup', items, reply },
			parameters: message({ concurrency }),
		});
		expect(rows).toEqual(items.map(() => expect.objectContaining({ id: 'm1' }) as unknown));
		const sent = taken.map(({ body }) => (JSON.parse(body) as IDataObject).user_fid);
		expect(sent.toSorted()).toEqual(items.map(({ number }) => number).toSorted());
	},
);

test('after a 429 nothing leaves for the time that it asks for, though Max Retries is 0', async () => {
	const { rows, came } = await run({
		...{ node: 'altur', items: rowsOf(8), reply: () => refusal(2) },
		parameters: call({ maxRetries: 0, concurrency: 3, requestsPerSecond: 0 }),
	});
	expect(outcomes(rows.map((row) => ({ json: row })))).toEqual({ refused: 8 });
	expect(came).toHaveLength(8);
	// What was under way already, at most the other two; everybody after that waits.
	const later = came.map((at) => at - came[0]!).filter((ms) => ms > 500);
	expect(later.length).toBeGreaterThanOrEqual(5);
	expect(Math.min(...later)).toBeGreaterThanOrEqual(1_990);
	for (const [at, ms] of later.entries()) {
		if (at > 0) expect(ms - later[at - 1]!).toBeGreaterThanOrEqual(1_990);
	}
});

test('the looks of Create and Wait keep to the pause, and the call is followed to its end', async () => {
	let looks = 0;
	const { rows, came } = await run({
		...{ node: 'altur', items: rowsOf(1) },
		parameters: call({ pollIntervalSeconds: 1, requestsPerSecond: 0 }, 'createAndWait'),
		reply: ({ method }) => {
			if (method === 'POST') return json({ id: 'cll_1', status: 'created' });
			looks += 1;
			return looks === 1 ? refusal(3) : json({ id: 'cll_1', status: 'ended' });
		},
	});
	expect(rows).toMatchObject([{ outcome: 'placed', status: 'ended' }]);
	expect(came).toHaveLength(3);
	expect(came[2]! - came[1]!).toBeGreaterThanOrEqual(2_990);
});

test('a server that sends its answer by the byte is ended at Timeout: the call may have been placed', async () => {
	const body = { id: 'cll_1', status: 'created', x: 'y'.repeat(400) };
	const { rows, came, ms } = await run({
		...{ node: 'altur', items: rowsOf(1), reply: () => json(body, { dripMs: 250 }) },
		parameters: call({ timeoutSeconds: 3 }),
	});
	expect(rows).toMatchObject([
		{
			outcome: 'unknown',
			message: expect.stringMatching(/no answer came in time\..* may have been placed/) as string,
		},
	]);
	expect(came).toHaveLength(1);
	// Far from the hundred seconds that the answer takes.
	expect(ms).toBeLessThan(40_000);
});

test.each<[how: string, startDate: string, endDate: string, sent: [string, string]]>([
	[
		'a day',
		'2026-11-25',
		'2026-11-25',
		['2026-11-25T00:00:00-06:00', '2026-11-25T23:59:59.999-06:00'],
	],
	[
		'the end of a day, by an expression',
		"={{ DateTime.fromISO('2026-11-25').startOf('day') }}",
		"={{ DateTime.fromISO('2026-11-25').endOf('day') }}",
		['2026-11-25T00:00:00-06:00', '2026-11-25T23:59:59.999-06:00'],
	],
	[
		'fractions of a second',
		'2026-11-25T08:00:00.25',
		'2026-11-25T08:00:00.75',
		['2026-11-25T08:00:00.25-06:00', '2026-11-25T08:00:00.75-06:00'],
	],
])('a range holds its last moment: %s', async (_how, startDate, endDate, sent) => {
	const { targets } = await run({
		...{ node: 'altur', items: [{}] },
		settings: { timezone: 'America/Mexico_City' },
		parameters: {
			...{ resource: 'campaign', operation: 'getCalls', campaignId: '7', returnAll: true },
			filters: { startDate, endDate },
		},
		reply: () => json({ calls: [], pagination: { has_next: false } }),
	});
	const { searchParams } = new URL(targets[0]!, 'http://vendor.example');
	expect([searchParams.get('startDate'), searchParams.get('endDate')]).toEqual(sent);
});
