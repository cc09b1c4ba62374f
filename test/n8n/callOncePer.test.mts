import { outputOf } from '../../host/client.mts';
import type { StoredWorkflow } from '../../host/client.mts';
import {
	callNode,
	editNode,
	outcomes,
	requestsByNumber,
	rows,
	rowsOf,
} from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const campaign = { callOncePer: 'November' };
const refuseOnce = {
	vendor: 'altur',
	method: 'POST',
	times: 1,
	fault: { kind: 'status', status: 400 },
} as const;

jest.setTimeout(60_000);

let real: Lab;

const store = (items: Array<{ number: string }>, options = {}, more = {}) =>
	real.runWorkflow({ items, nodes: callNode({ ...campaign, ...options }, more) });

/** The items that Call gave in one more execution of this workflow. */
const runAgain = async (workflow: StoredWorkflow) => {
	const execution = await real.n8n.waitForExecution(await real.n8n.run(workflow));
	return outputOf(execution, 'Call')[0] ?? [];
};

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('Call Once Per', () => {
	test('a second execution of the workflow calls nobody again and says why', async () => {
		const { workflow, output } = await store(rowsOf(12));
		expect(outcomes(output[0])).toEqual({ placed: 12 });
		const again = await runAgain(workflow);
		expect(again.map(({ json }) => json)).toEqual(
			rowsOf(12).map(({ number }) => ({
				outcome: 'skipped',
				phoneNumber: number,
				line: number,
				reason: 'alreadyCalled',
				message: 'Skipped: called before in the campaign "November".',
			})),
		);
		expect((await real.sandbox.counts()).count).toBe(12);
	});

	test('the same number written otherwise is the same number, and another campaign is another', async () => {
		const { workflow } = await store(rows('+525520000001'));
		const changed = async (number: string, callOncePer: string) => {
			const parameters = { phoneNumber: number, options: { callOncePer } };
			await editNode(real, workflow, 'Call', parameters);
			return outcomes(await runAgain(workflow));
		};
		expect(await changed('0052 55 2000-0001', ' November ')).toEqual({ skipped: 1 });
		expect(await changed('+525520000001', 'December')).toEqual({ placed: 1 });
	});

	test('a number that was refused may be called again', async () => {
		await real.sandbox.fail(refuseOnce);
		const { workflow, output } = await store(
			rows('+525520000001'),
			{},
			{
				onError: 'continueRegularOutput',
			},
		);
		expect(outcomes(output[0])).toEqual({ refused: 1 });
		expect(outcomes(await runAgain(workflow))).toEqual({ placed: 1 });
	});

	test.each(['+525550000902', '+525550000500'])(
		'%s, whose outcome is unknown, comes out as unknown again and is not called',
		async (number) => {
			const { workflow } = await store(rows(number), {}, { onError: 'continueRegularOutput' });
			const [item] = await runAgain(workflow);
			expect(item?.json).toMatchObject({ phoneNumber: number, outcome: 'unknown' });
			expect(item?.json.message).toContain('Look it up before you call it by hand');
			expect(await requestsByNumber(real)).toEqual({ [number]: 1 });
			// Asking must not have changed what is known of it.
			expect(outcomes(await runAgain(workflow))).toEqual({ unknown: 1 });
		},
	);

	test('two executions that start at the same moment call each number once between them', async () => {
		await real.sandbox.set({ latencyMs: 20 });
		const workflow = await real.saveWorkflow({ items: rowsOf(60), nodes: callNode(campaign) });
		const both = await Promise.all([runAgain(workflow), runAgain(workflow)]);
		expect(outcomes(both.flat())).toEqual({ placed: 60, skipped: 60 });
		expect(await real.sandbox.dialled()).toEqual(
			Object.fromEntries(rowsOf(60).map(({ number }) => [number, 1])),
		);
	});

	test('a copied workflow starts anew', async () => {
		const { workflow } = await store(rowsOf(3));
		const { name, nodes, connections } = workflow;
		const copy = await real.n8n.createWorkflow({ name: `${name} copy`, nodes, connections });
		expect(outcomes(await runAgain(copy))).toEqual({ placed: 3 });
		expect(Object.values(await real.sandbox.dialled())).toEqual([2, 2, 2]);
	});

	test.each([
		[false, 'sameNumber'],
		[true, 'alreadyCalled'],
	])(
		'several rows of one number ring once, also where the same number is allowed (%s)',
		async (allowSameNumber, reason) => {
			const { output } = await store(rows(...Array<string>(4).fill('+525520000001')), {
				allowSameNumber,
			});
			expect(outcomes(output[0])).toEqual({ placed: 1, skipped: 3 });
			expect(output[0]?.filter(({ json }) => json.reason === reason)).toHaveLength(3);
			expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1 });
		},
	);
});
