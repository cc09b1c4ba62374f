import { outputOf, type StoredExecution } from '../../host/client.mts';
import { callNode, outcomes, rowsOf } from '../support/n8nCalls.mts';
import { endedExecutions } from '../support/n8nExample.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';
import { inParts, publishForRows, type Published } from '../support/queueWorkflows.mts';

/** `CAMPAIGN_ROWS=5000 CAMPAIGN_ALLOWED=12 npm run test:queue -- campaignInParts` for a long one. */
const people = rowsOf(Number(process.env.CAMPAIGN_ROWS ?? 600));
const parts = 6;
const patienceMs = 60_000 + people.length * 200;
/** Twelve a second, twice as fast as the clock so that the test takes half as long. */
const allowed = Number(process.env.CAMPAIGN_ALLOWED ?? 24);
/** What one process asks for unless told. */
const asked = (allowed / 12) * 10;

jest.setTimeout(patienceMs + 60_000);

let real: QueueLab;
let dialler: Published;

/** Runs the campaign in parts, an execution each. */
const campaign = async (requestsPerSecond: number): Promise<StoredExecution[]> => {
	dialler = await publishForRows(real, callNode({ requestsPerSecond }));
	const url = `${real.webhooks}/webhook/${dialler.path}`;
	await real.sandbox.set({ maxPerSecond: allowed });
	await real.runWorkflow({ items: people, nodes: inParts(Math.ceil(people.length / parts), url) });
	return await endedExecutions(real, dialler.workflow, parts, patienceMs);
};

const workers = async (executions: StoredExecution[]) =>
	new Set((await Promise.all(executions.map(({ id }) => real.workersOf(id)))).flat());

beforeAll(async () => {
	real = await queueLab();
});

beforeEach(async () => await real.sandbox.reset());

afterEach(async () => await real.n8n.deactivate(dialler.workflow));

describe(`A campaign of ${people.length} rows in 6 executions on two workers`, () => {
	test('that each ask for the account’s pace finds the vendor’s limit, and loses and doubles nothing', async () => {
		const executions = await campaign(asked);
		const items = executions.flatMap((execution) => outputOf(execution, 'Call')[0] ?? []);
		expect(await workers(executions)).toEqual(new Set(['worker1', 'worker2']));
		expect(outcomes(items)).toEqual({ placed: people.length });
		expect(await real.sandbox.dialled()).toEqual(
			Object.fromEntries(people.map(({ number }) => [number, 1])),
		);
		const { byStatus, firstAt, lastAt } = await real.sandbox.counts();
		expect(byStatus[429]).toBeGreaterThan(0);
		const seconds = Math.round((Number(lastAt) - Number(firstAt)) / 1_000);
		process.stdout.write(`${people.length} calls in ${seconds} s, ${byStatus[429]} times 429\n`);
	});

	test('that share the account’s pace is never refused', async () => {
		const executions = await campaign(asked / 2);
		expect(await workers(executions)).toEqual(new Set(['worker1', 'worker2']));
		expect(Object.values(await real.sandbox.dialled())).toEqual(Array(people.length).fill(1));
		expect((await real.sandbox.counts()).byStatus[429]).toBeUndefined();
	});
});
