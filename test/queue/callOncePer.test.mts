import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import { callNode, outcomes, rowsOf } from '../support/n8nCalls.mts';
import { checked, postgresClaims } from '../support/postgresClaims.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';

const people = rowsOf(60);
const once = Object.fromEntries(people.map(({ number }) => [number, 1]));
/** Jobs go to whichever worker is idle: of so many, two go to different ones. */
const rounds = 12;

jest.setTimeout(180_000);

let real: QueueLab;

const run = async (workflow: StoredWorkflow) =>
	await real.n8n.waitForExecution(await real.n8n.run(workflow));

beforeAll(async () => {
	real = await queueLab();
});

beforeEach(async () => {
	await real.sandbox.reset();
	await real.sandbox.set({ latencyMs: 20 });
});

describe('Call Once Per on two workers', () => {
	test('one execution after the other: what one worker called, the other leaves out', async () => {
		const nodes = callNode({ callOncePer: 'November' });
		const workflow = await real.saveWorkflow({ items: people, nodes });
		const workers = new Set<string>();
		for (let round = 0; round < rounds && workers.size < 2; round++) {
			const execution = await run(workflow);
			const wanted = round === 0 ? { placed: people.length } : { skipped: people.length };
			expect(outcomes(outputOf(execution, 'Call')[0])).toEqual(wanted);
			for (const worker of await real.workersOf(execution.id)) workers.add(worker);
		}
		expect(workers.size).toBe(2);
		expect(await real.sandbox.dialled()).toEqual(once);
	});
});

describe('Claims in PostgreSQL before the node', () => {
	test('call each number once where both workers run the campaign at the same moment', async () => {
		for (let round = 0; round < 5; round++) {
			await real.sandbox.reset();
			const { table, claim, note, all } = await postgresClaims(real, `Race ${round}`);
			expect((await real.runWorkflow({ items: [{}], nodes: table })).execution.status).toBe(
				'success',
			);
			const nodes = [...claim, callNode({}, { parameters: asChecked }), note];
			const workflow = await real.saveWorkflow({ items: people, nodes });
			const both = await Promise.all([run(workflow), run(workflow)]);
			expect(both.map(({ status }) => status)).toEqual(['success', 'success']);
			const items = both.flatMap((execution) => outputOf(execution, 'Call')[0] ?? []);
			expect(outcomes(items)).toEqual({ placed: people.length });
			expect(await real.sandbox.dialled()).toEqual(once);
			const { output } = await real.runWorkflow({ items: [{}], nodes: all });
			expect(outcomes(output[0])).toEqual({ placed: people.length });
		}
	});
});

const asChecked = {
	...callNode().parameters,
	phoneNumber: `={{ $('${checked}').item.json.phoneNumber }}`,
};
