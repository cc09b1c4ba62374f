import { callNode, requestsByNumber, rows, rowsOf } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const [first, last] = rowsOf(2).map(({ number }) => number) as [string, string];
const refused = '+525550000400';
const unknown = '+525550000500';
const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 50 };
const oneByOne = { concurrency: 1 };

jest.setTimeout(60_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('a failed row under "stop"', () => {
	const stop = (...numbers: string[]) =>
		real.runWorkflow({ items: rows(...numbers), nodes: callNode(oneByOne) });

	test('fails the execution: the message says what happened, the description what became of all', async () => {
		const { execution, error, output } = await stop(first, unknown, last);
		expect(execution.status).toBe('error');
		expect(error?.message).toMatch(
			/^Row 2: Altur answered: .+ \(500\)\. The call to \+525550000500 may have been placed/,
		);
		const { description } = error as unknown as { description: string };
		expect(description).toMatch(/Done: 1 \(cll_\w+ \(\+525520000000\)\)\./);
		expect(description).toContain('look these up before you run them again: 1 (+525550000500)');
		expect(description).toContain(`Not attempted: 1 (${last})`);
		expect(output).toEqual([]);
		expect(await requestsByNumber(real)).toEqual({ [first]: 1, [unknown]: 1 });
	});

	test('a bad number anywhere dials nobody, and the message names every bad row', async () => {
		const { execution, error } = await stop(first, 'call me', last, '12');
		expect(execution.status).toBe('error');
		expect(error?.message).toMatch(
			/^Nothing was sent: 2 of 4 rows cannot be used\. Row 2: .+ Row 4: /,
		);
		expect(await requestsByNumber(real)).toEqual({});
	});
});

describe('a failed row under "continue"', () => {
	test('is an item with its outcome, in its place, without an error at the top', async () => {
		const { execution, output } = await real.runWorkflow({
			items: rows(first, unknown, 'call me', refused, last),
			nodes: callNode(oneByOne, { onError: 'continueRegularOutput' }),
		});
		expect(execution.status).toBe('success');
		expect(output).toHaveLength(1);
		expect(
			output[0]?.map(({ json, pairedItem }) => [json.phoneNumber, json.outcome, pairedItem]),
		).toEqual([
			[first, 'placed', { item: 0 }],
			[unknown, 'unknown', { item: 1 }],
			['call me', 'refused', { item: 2 }],
			[refused, 'refused', { item: 3 }],
			[last, 'placed', { item: 4 }],
		]);
		expect(output[0]?.[1]?.json.message).toContain('may have been placed');
		for (const item of output[0] ?? []) {
			expect(item).not.toHaveProperty('error');
			expect(item.json).not.toHaveProperty('error');
		}
	});

	test('options that cannot be used bring every row out as refused, not as if it were done', async () => {
		const { output } = await real.runWorkflow({
			items: rows(first, last),
			nodes: callNode({ concurrency: 0 }, { onError: 'continueRegularOutput' }),
		});
		expect(output[0]?.map(({ json }) => json.outcome)).toEqual(['refused', 'refused']);
		expect(output[0]?.[0]?.json.message).toMatch(/^Nothing was sent\. .*Concurrency: must be/);
		expect(await requestsByNumber(real)).toEqual({});
	});
});

describe('a failed row under "error output"', () => {
	const run = (numbers: string[], options = oneByOne, more = {}) =>
		real.runWorkflow({
			items: rows(...numbers),
			nodes: callNode(options, { onError: 'continueErrorOutput', ...more }),
		});

	test('leaves by the error branch with its input row merged in; successes by the other', async () => {
		const { execution, output } = await run([unknown, first, 'call me', last]);
		expect(execution.status).toBe('success');
		expect(output[0]?.map(({ json }) => [json.phoneNumber, json.outcome])).toEqual([
			[first, 'placed'],
			[last, 'placed'],
		]);
		expect(output[1]).toMatchObject([
			{
				json: {
					number: unknown,
					error: expect.stringContaining('may have been placed') as string,
					details: { outcome: 'unknown', phoneNumber: unknown, row: 1 },
				},
				pairedItem: { item: 0 },
			},
			{
				json: { number: 'call me', details: { outcome: 'refused', row: 3 } },
				pairedItem: { item: 2 },
			},
		]);
	});

	test('comes after all successes, so that Retry On Fail does not run the node again', async () => {
		await run([refused, first], oneByOne, retried);
		expect(await requestsByNumber(real)).toEqual({ [refused]: 1, [first]: 1 });
	});

	test('where every row failed Retry On Fail runs the node again, and the record makes that harmless', async () => {
		const { output } = await run([unknown, '+525550000902', refused], oneByOne, retried);
		expect(output[0]).toEqual([]);
		expect(output[1]?.map(({ json }) => (json.details as { outcome: string }).outcome)).toEqual([
			'unknown',
			'unknown',
			'refused',
		]);
		// Nobody was called by a refused one: it may go again, and three tries show that the node did run thrice.
		expect(await requestsByNumber(real)).toEqual({
			[unknown]: 1,
			'+525550000902': 1,
			[refused]: 3,
		});
		expect(await real.sandbox.dialled()).toEqual({ '+525550000902': 1 });
	});

	test('a credential that cannot be used sends every row to the error branch, none out as done', async () => {
		const { output } = await run([first, last], oneByOne, { credentials: {} });
		expect(output[0]).toEqual([]);
		expect(output[1]?.map(({ json }) => json.number)).toEqual([first, last]);
	});
});
