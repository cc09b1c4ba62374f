import { errorOf, outputOf } from '../../host/client.mts';
import { callNode, editNode, requestsByNumber, rows, rowsOf } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const [first, second, last, other] = rowsOf(4).map(({ number }) => number) as [
	string,
	string,
	string,
	string,
];
const unknown = '+525550000500';

jest.setTimeout(60_000);

let real: Lab;

/** Runs these numbers one by one to the failure that ends the execution. */
const failing = async (...numbers: string[]) =>
	await real.runWorkflow({ items: rows(...numbers), nodes: callNode({ concurrency: 1 }) });

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('Executions › Retry of an execution that a row ended', () => {
	test('takes answered calls from the record, with the IDs of then, and goes on with the rest', async () => {
		const { execution } = await failing(first, second, '+525550000429', '+525550000401', last);
		expect(execution.status).toBe('error');
		const retry = await real.n8n.retryExecution(execution.id);
		expect(errorOf(retry)?.message).toMatch(/^Row 4: .+\(401\)/);
		expect(idsIn(errorOf(retry))).toEqual(idsIn(errorOf(execution)));
		const counts = await requestsByNumber(real);
		expect([counts[first], counts[second], counts['+525550000401'], counts[last]]).toEqual([
			1,
			1,
			2,
			undefined,
		]);
	});

	test('calls a refused number and those after it', async () => {
		await real.sandbox.fail({
			vendor: 'altur',
			method: 'POST',
			times: 1,
			fault: { kind: 'status', status: 404 },
		});
		const { execution } = await failing(first, second, last);
		const retry = await real.n8n.retryExecution(execution.id);
		expect(retry.status).toBe('success');
		expect(outputOf(retry, 'Call')[0]?.map(({ json }) => [json.phoneNumber, json.outcome])).toEqual(
			[
				[first, 'placed'],
				[second, 'placed'],
				[last, 'placed'],
			],
		);
		expect(await real.sandbox.dialled()).toEqual({ [first]: 1, [second]: 1, [last]: 1 });
	});

	test('refuses a number whose outcome is unknown, and says what to look up', async () => {
		const { execution } = await failing(first, unknown, last);
		const retry = await real.n8n.retryExecution(execution.id);
		expect(retry.status).toBe('error');
		expect(errorOf(retry)?.message).toBe(
			'Row 2: Altur answered: Internal Server Error (500). The call to +525550000500 may have been placed; it is not sent again.',
		);
		expect((errorOf(retry) as { description?: string }).description).toContain(
			'Look it up in Altur for +525550000500 before you run this row again.',
		);
		expect(await requestsByNumber(real)).toEqual({ [first]: 1, [unknown]: 1 });
	});

	test('with the saved workflow calls the other number that a row has now, and nobody twice', async () => {
		const { workflow, execution } = await failing(first, unknown, last);
		await editNode(real, workflow, 'Call', {
			phoneNumber: `={{ $json.number === '${unknown}' ? '${other}' : $json.number }}`,
		});
		const retry = await real.n8n.retryExecution(execution.id, true);
		expect(retry.status).toBe('success');
		expect(await requestsByNumber(real)).toEqual({
			[first]: 1,
			[unknown]: 1,
			[other]: 1,
			[last]: 1,
		});
	});

	test('with the workflow as it was ignores the edit', async () => {
		const { workflow, execution } = await failing(first, unknown);
		await editNode(real, workflow, 'Call', { phoneNumber: other });
		const retry = await real.n8n.retryExecution(execution.id);
		expect(retry.status).toBe('error');
		expect(await requestsByNumber(real)).toEqual({ [first]: 1, [unknown]: 1 });
	});
});

const idsIn = (error: unknown): string[] =>
	(error as { description?: string }).description?.match(/cll_\w+/g) ?? [];
