import { callNode, outcomes, rowsOf } from '../support/n8nCalls.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';

jest.setTimeout(120_000);

let real: QueueLab;

beforeAll(async () => {
	real = await queueLab();
	await real.sandbox.reset();
});

describe('n8n in queue mode', () => {
	test('runs the nodes on both workers, and which one ran an execution is visible', async () => {
		const workflow = await real.saveWorkflow({ items: rowsOf(5), nodes: callNode() });
		const seen = new Set<string>();
		for (let run = 0; run < 10 && seen.size < 2; run++) {
			const id = await real.n8n.run(workflow);
			expect((await real.n8n.waitForExecution(id)).status).toBe('success');
			for (const worker of await real.workersOf(id)) seen.add(worker);
		}
		expect([...seen].sort()).toEqual(['worker1', 'worker2']);
	});

	test('gives what a single n8n gives', async () => {
		await real.sandbox.reset();
		const { output } = await real.runWorkflow({ items: rowsOf(20), nodes: callNode() });
		expect(outcomes(output[0])).toEqual({ placed: 20 });
		expect(Object.values(await real.sandbox.dialled())).toEqual(Array(20).fill(1));
	});
});
