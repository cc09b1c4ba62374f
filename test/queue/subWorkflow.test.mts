import { callNode, rowsOf } from '../support/n8nCalls.mts';
import { endedExecutions } from '../support/n8nExample.mts';
import { inARow } from '../support/n8nWorkflow.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';

jest.setTimeout(120_000);

let real: QueueLab;

beforeAll(async () => {
	real = await queueLab();
	await real.sandbox.reset();
});

describe('Execute Sub-workflow in queue mode', () => {
	test.each([true, false])(
		'calls on the worker of its parent and is no job of its own, waited for (%s) or not',
		async (waitForSubWorkflow) => {
			await real.sandbox.reset();
			const called = {
				name: 'Called',
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				parameters: { inputSource: 'passthrough' },
			};
			const child = await real.n8n.createWorkflow(inARow([called, callNode()], real.credentials));
			const { execution } = await real.runWorkflow({
				items: rowsOf(4),
				nodes: {
					type: 'n8n-nodes-base.executeWorkflow',
					typeVersion: 1.2,
					parameters: {
						workflowId: { __rl: true, mode: 'id', value: child.id },
						mode: 'each',
						options: { waitForSubWorkflow },
					},
				},
			});
			expect(execution.status).toBe('success');
			const parts = await endedExecutions(real, child, 4);
			expect(parts.map(({ status }) => status)).toEqual(Array(4).fill('success'));
			expect(parts.flatMap(({ id }) => real.jobsOf(id))).toEqual([]);
			expect(await real.workersOf(execution.id)).toHaveLength(1);
			expect(Object.values(await real.sandbox.dialled())).toEqual([1, 1, 1, 1]);
		},
	);
});
