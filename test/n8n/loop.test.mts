import { errorOf, runsOf } from '../../host/client.mts';
import { callNode, requestsByNumber, rows, rowsOf } from '../support/n8nCalls.mts';
import { lab, type Lab, type NodeDraft } from '../support/n8nLab.mts';

const unknown = '+525550000500';
const [first, second, third, last] = rowsOf(4).map(({ number }) => number) as [
	string,
	string,
	string,
	string,
];

jest.setTimeout(60_000);

let real: Lab;

/** Saves Items → Loop Over Items, two at a time → Call → back to the loop. */
async function saveLoop(call: NodeDraft) {
	const loop = {
		name: 'Loop',
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		parameters: { batchSize: 2 },
	};
	const items = rows(first, second, third, unknown, last);
	const workflow = await real.saveWorkflow({ items, nodes: [loop, call] });
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const connections = {
		...workflow.connections,
		Loop: { main: [[], to('Call')] },
		Call: { main: [to('Loop')] },
	};
	const { nodes } = workflow;
	await real.n8n.session.patch(`/rest/workflows/${workflow.id}`, { nodes, connections });
	return workflow;
}

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('calls in a Loop Over Items, the fourth of five answering 500', () => {
	test('Retry On Fail repeats nothing, neither in its own round nor in those before', async () => {
		const call = callNode(
			{ concurrency: 1 },
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 50 },
		);
		const id = await real.n8n.run(await saveLoop(call));
		const execution = await real.n8n.waitForExecution(id);
		expect(errorOf(execution)?.message).toMatch(/^Row 2: .+ may have been placed/);
		const each = { [first]: 1, [second]: 1, [third]: 1, [unknown]: 1 };
		expect(await requestsByNumber(real)).toEqual(each);

		const retry = await real.n8n.retryExecution(execution.id);
		expect(errorOf(retry)?.message).toMatch(/^Row 2: .+ may have been placed/);
		expect(await requestsByNumber(real)).toEqual(each);
	});

	test('under "continue" every round brings its rows to an outcome, each number asked for once', async () => {
		const call = callNode(
			{ concurrency: 1 },
			{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 50 },
		);
		const id = await real.n8n.run(await saveLoop(call));
		const runs = runsOf(await real.n8n.waitForExecution(id), 'Call');
		expect(runs.map(({ data }) => (data?.main[0] ?? []).map(({ json }) => json.outcome))).toEqual([
			['placed', 'placed'],
			['placed', 'unknown'],
			['placed'],
		]);
		expect(Object.values(await requestsByNumber(real))).toEqual([1, 1, 1, 1, 1]);
	});
});
