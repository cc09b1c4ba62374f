import { setTimeout as sleep } from 'node:timers/promises';

import { errorOf, outputOf } from '../../host/client.mts';
import { callNode, outcomes, requestsByNumber, rows, rowsOf } from '../support/n8nCalls.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';

const [first, second, third] = rowsOf(3).map(({ number }) => number) as [string, string, string];
const unknown = '+525550000500';
/** Both ring; one answers late, one never. */
const slow = '+525550000903';
const silent = '+525550000904';
const rounds = 12;

jest.setTimeout(180_000);

let real: QueueLab;

beforeAll(async () => {
	real = await queueLab();
});

beforeEach(async () => {
	await real.sandbox.reset();
	await real.sandbox.set({ slowAnswerMs: 10_000 });
});

describe('Executions › Retry in queue mode', () => {
	test('on another worker calls nobody twice: the record comes along in the database', async () => {
		const seen: string[] = [];
		for (let round = 0; round < rounds && !seen.includes('another'); round++) {
			await real.sandbox.reset();
			const { execution } = await real.runWorkflow({
				items: rows(first, unknown, second),
				nodes: callNode({ concurrency: 1 }),
			});
			expect(execution.status).toBe('error');
			const retry = await real.n8n.retryExecution(execution.id);
			expect(errorOf(retry)?.message).toContain(`The call to ${unknown} may have been placed`);
			expect(await requestsByNumber(real)).toEqual({ [first]: 1, [unknown]: 1 });
			const [before] = await real.workersOf(execution.id);
			const [after] = await real.workersOf(retry.id);
			seen.push(before === after ? 'the same' : 'another');
		}
		expect(seen).toContain('another');
	});
});

describe('Stop in queue mode', () => {
	test('reaches the worker, but n8n keeps nothing of it: a run with Call Once Per tells all, and calls the others only', async () => {
		const numbers = [first, second, slow, silent, third];
		const { workflow, executionId } = await real.startWorkflow({
			items: rows(...numbers),
			nodes: callNode({ concurrency: 2, callOncePer: 'November' }),
		});
		while ((await real.sandbox.counts()).count < 4) await sleep(20);
		await real.n8n.stopExecution(executionId);
		const stopped = await real.n8n.waitForExecution(executionId);
		expect(stopped.status).toBe('canceled');
		await sleep(1_000);
		expect(Object.keys(await requestsByNumber(real))).toEqual(numbers.slice(0, 4));
		expect((await real.n8n.getExecution(executionId)).customData).toEqual({});
		const again = await real.n8n.waitForExecution(await real.n8n.run(workflow));
		expect(outcomes(outputOf(again, 'Call')[0])).toEqual({ skipped: 2, unknown: 2, placed: 1 });
		expect(Object.values(await requestsByNumber(real))).toEqual([1, 1, 1, 1, 1]);
	});
});
