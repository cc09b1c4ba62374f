import { setTimeout as sleep } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import { outputOf, runsOf } from '../../host/client.mts';
import { callNode, outcomes, requestsByNumber, rows, rowsOf } from '../support/n8nCalls.mts';
import { lab, type Lab, type NodeDraft } from '../support/n8nLab.mts';

const [first, second, ...later] = rowsOf(6).map(({ number }) => number) as [string, string];
/** Both ring; one answers after a minute, one never. */
const slow = '+525550000903';
const silent = '+525550000904';
const numbers = [first, second, slow, silent, ...later];

jest.setTimeout(60_000);

let real: Lab;

/** Starts the workflow, waits for that many requests and presses Stop. */
async function stopAfter(requests: number, items: IDataObject[], nodes: NodeDraft) {
	const { workflow, executionId } = await real.startWorkflow({ items, nodes });
	while ((await real.sandbox.counts()).count < requests) await sleep(20);
	await sleep(200);
	await real.n8n.stopExecution(executionId);
	return { workflow, execution: await real.n8n.waitForExecution(executionId) };
}

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => {
	await real.sandbox.reset();
	await real.sandbox.set({ slowAnswerMs: 60_000 });
});

describe('when the user presses Stop', () => {
	test('the execution keeps which calls were placed and which are unknown, and nothing new starts', async () => {
		const { execution: stopped } = await stopAfter(
			4,
			rows(...numbers),
			callNode({ concurrency: 2 }),
		);
		expect(stopped.status).toBe('canceled');
		expect(stopped.customData).toEqual({
			placed_count: '2 of 8',
			placed_1: expect.stringMatching(/^cll_\w+, cll_\w+$/) as string,
			unknown_count: '2 of 8',
			unknown_1: `${slow}, ${silent}`,
		});
		await sleep(500);
		expect(Object.keys(await requestsByNumber(real))).toEqual([first, second, slow, silent]);
	});

	test('what the node returns is discarded: the custom data is all there is', async () => {
		const { execution: stopped } = await stopAfter(
			4,
			rows(...numbers),
			callNode({ concurrency: 2 }),
		);
		expect(runsOf(stopped, 'Call').flatMap(({ data }) => data?.main ?? [])).toEqual([]);
	});

	test('rows that wait for their turn under Requests per Second do not go out', async () => {
		await stopAfter(1, rowsOf(20), callNode({ concurrency: 10, requestsPerSecond: 1 }));
		const sent = (await real.sandbox.counts()).count;
		await sleep(2_500);
		expect((await real.sandbox.counts()).count).toBe(sent);
	});

	test('a pause that the vendor asked for is not waited out, and nothing goes out after it', async () => {
		await real.sandbox.fail({
			vendor: 'altur',
			times: 1,
			fault: { kind: 'throttled', seconds: 2 },
		});
		const { execution: stopped } = await stopAfter(1, rowsOf(3), callNode({ concurrency: 1 }));
		expect(stopped.customData).toEqual({});
		await sleep(2_500);
		expect((await real.sandbox.counts()).count).toBe(1);
	});

	test('a run after it with Call Once Per calls only those that were not called', async () => {
		const { workflow, execution } = await stopAfter(
			4,
			rows(...numbers),
			callNode({ concurrency: 2, callOncePer: 'November' }),
		);
		expect(execution.status).toBe('canceled');
		await sleep(500);
		const again = await real.n8n.waitForExecution(await real.n8n.run(workflow));
		expect(outcomes(outputOf(again, 'Call')[0])).toEqual({ skipped: 2, unknown: 2, placed: 4 });
		expect(await requestsByNumber(real)).toEqual(
			Object.fromEntries(numbers.map((number) => [number, 1])),
		);
	});
});
