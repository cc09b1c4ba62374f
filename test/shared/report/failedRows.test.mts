import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import { reads, runToy, sends } from '../../support/toyVendor.mts';

const going = { onError: 'continueRegularOutput' } as const;

describe('what stands in a failed row', () => {
	const failing = async (node: object, statusCode = 404, numbers = ['1', '2']) => {
		const answer = (to: string) => (to === '2' ? { statusCode } : {});
		return await runToy({ operation: sends('call', { outcome: 'placed' }), numbers, answer, node });
	};
	const message = 'Toy answered: status 404. The call to 2 was not placed.';
	const advice = 'Check the IDs in this row, and the Base URL in the credential.';
	const known = { outcome: 'refused', phoneNumber: '2', line: '2', status: 404 };

	test('under "Continue": number, outcome, status, message, row and advice', async () => {
		const { items } = await failing(going);
		expect(items[1]).toEqual({ ...known, message, row: 2, advice });
	});

	test('under "Continue" no advice where there is none, and no status where none came', async () => {
		const { items } = await failing(going, 422);
		expect(items[1]).toEqual({
			...known,
			status: 422,
			message: message.replace('404', '422'),
			row: 2,
		});
		const { items: silent } = await runToy({
			operation: reads('get'),
			parameters: { options: { maxRetries: 0 } },
			answer: () => {
				throw new Error('broken');
			},
			node: going,
		});
		expect(Object.keys(silent[0] ?? {})).toEqual(['outcome', 'message', 'row', 'advice']);
	});

	test('under "Error Output": one text, and the rest in details; good rows come first', async () => {
		const { items } = await failing({ onError: 'continueErrorOutput' }, 404, ['2', '1']);
		expect(items).toMatchObject([
			{ outcome: 'placed' },
			{ error: `${message} ${advice}`, message, details: { ...known, row: 1, advice } },
		]);
	});

	test.each([
		['by its type', { type: 'toyTool' }, {}],
		['by its context', {}, { isToolExecution: () => true }],
	])(
		'as a tool, told %s: a sentence that keeps the agent from trying again',
		async (_how, node, more) => {
			const { items } = await runToy({
				operation: sends('call', { outcome: 'placed' }),
				answer: () => ({ statusCode: 422, body: { message: 'No' } }),
				node,
				supplies: more,
			});
			expect(items).toEqual([
				{
					...{ outcome: 'refused', phoneNumber: '1', line: '1', status: 422 },
					message:
						'Toy answered: No (422). The call to 1 was not placed. Do not call this tool again with the same values; tell the user what happened.',
				},
			]);
		},
	);

	test('an n8n that knows no tools has none', async () => {
		const { error } = await runToy({
			operation: reads('get'),
			answer: () => ({ statusCode: 404 }),
			supplies: { isToolExecution: undefined } as never,
		});
		expect(error?.message).toContain('status 404');
	});

	test('a reason without a full stop does not run into its advice', async () => {
		const { items } = await runToy({
			...{ operation: sends('call'), numbers: [''] },
			node: { onError: 'continueErrorOutput' },
		});
		expect(items).toMatchObject([
			{
				error: 'phoneNumber: is empty. Correct it and run again.',
				message: 'phoneNumber: is empty',
			},
		]);
	});
});

test('the output pane warns where calls failed, not where reads did or nothing failed', async () => {
	const hintsOf = async (operation: Operation, statusCode: number) =>
		(await runToy({ operation, answer: () => ({ statusCode }), node: going })).hints;
	expect(await hintsOf(sends('call'), 404)).toEqual(['1 not done: 1 status 404.']);
	expect(await hintsOf(sends('call'), 200)).toEqual([]);
	expect(await hintsOf(reads('get'), 404)).toEqual([]);
	const silent = { addExecutionHints: undefined } as never;
	const job = { operation: sends('call'), answer: () => ({ statusCode: 404 }), node: going };
	expect((await runToy({ ...job, supplies: silent })).items).toHaveLength(1);
});

test('a single bad row needs no count, several are counted among all', async () => {
	const said = async (...numbers: string[]) =>
		(await runToy({ operation: sends('call'), numbers })).error;
	expect((await said(''))?.message).toBe(
		'Nothing was sent: the row cannot be used. Row 1: phoneNumber: is empty',
	);
	expect((await said('', '1', ''))?.message).toBe(
		'Nothing was sent: 2 of 3 rows cannot be used. Row 1: phoneNumber: is empty. Row 3: phoneNumber: is empty',
	);
});

test.each([
	[{}, 'Nothing was sent. Options › Concurrency: must be a whole number from 1 to 500'],
	[going, 'Nothing was sent. Options › Concurrency: must be a whole number from 1 to 500'],
])('a bad option is told with where it stands', async (node, message) => {
	const { error, items, asked } = await runToy({
		...{ operation: sends('call'), numbers: ['1', '2'], node },
		parameters: { options: { concurrency: 0 } },
	});
	expect(asked).toEqual([]);
	if ('onError' in node)
		expect(items).toMatchObject([
			{ message, row: 1 },
			{ message, row: 2 },
		]);
	else expect(error?.message).toBe(message);
});
