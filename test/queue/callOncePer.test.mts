import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import { callNode, outcomes, rowsOf } from '../support/n8nCalls.mts';
import { checked, postgresClaims } from '../support/postgresClaims.mts';
import { endedExecutions } from '../support/n8nExample.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';
import { publishForRows } from '../support/queueWorkflows.mts';

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

describe('Call Once Per where both workers start at the same moment', () => {
	const node = callNode({ callOncePer: '={{ $json.campaign ?? "November" }}' });
	const place = () => ({ n8n: real.n8n, credentials: real.credentials });

	test('two executions of the same numbers call each once, and say so of the rest', async () => {
		for (let round = 0; round < 5; round++) {
			await real.sandbox.reset();
			const workflow = await real.saveWorkflow({ items: people, nodes: node });
			const both = await Promise.all([run(workflow), run(workflow)]);
			const items = both.flatMap((execution) => outputOf(execution, 'Call')[0] ?? []);
			const { placed, ...rest } = outcomes(items);
			expect(placed).toBe(people.length);
			expect((rest.skipped ?? 0) + (rest.unknown ?? 0)).toBe(people.length);
			expect(await real.sandbox.dialled()).toEqual(once);
		}
	});

	test('what one writes the other does not lose: a later run calls nobody again', async () => {
		const { workflow, path } = await publishForRows(place(), node);
		const url = `${real.webhooks}/webhook/${path}`;
		await Promise.all([people.slice(0, 30), people.slice(30)].map((rows) => post(url, rows)));
		await endedExecutions(real, workflow, 2);
		await post(url, people);
		await endedExecutions(real, workflow, 3);
		await real.n8n.deactivate(workflow);
		expect(await real.sandbox.dialled()).toEqual(once);
	});

	test('four executions under two names call each number once a name', async () => {
		const { workflow, path } = await publishForRows(place(), node);
		const url = `${real.webhooks}/webhook/${path}`;
		const names = ['November', 'December', 'November', 'December'];
		await Promise.all(
			names.map((campaign) =>
				post(
					url,
					people.map((row) => ({ ...row, campaign })),
				),
			),
		);
		await endedExecutions(real, workflow, names.length);
		await real.n8n.deactivate(workflow);
		expect(Object.values(await real.sandbox.dialled())).toEqual(people.map(() => 2));
	});
});

async function post(url: string, rows: object[]): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	await fetch(url, { method: 'POST', headers, body: JSON.stringify({ rows }) });
}

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
