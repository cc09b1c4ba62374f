import type { Operation } from '../../nodes/shared/operation.ts';
import { listField, reads, runToy, sends } from '../support/toyVendor.mts';

const going = { onError: 'continueRegularOutput' } as const;
const answers = (body: unknown) => () => ({ body });
const get = async (body: unknown, more: Partial<Operation> = {}, node = {}) =>
	await runToy({ operation: reads('get', more), answer: answers(body), node });

test('an answer passes through, or as the operation shapes it with the row’s own fields', async () => {
	expect((await get({ a: 1 })).items).toEqual([{ a: 1 }]);
	const output: Operation['output'] = (body, read) => ({
		body: body as never,
		of: read.text('phoneNumber'),
	});
	expect((await get({ a: 1 }, { output })).items).toEqual([{ body: { a: 1 }, of: '1' }]);
});

test('a list comes out as items, an empty one as an empty item, for no row must vanish', async () => {
	expect((await get([{ a: 1 }, { a: 2 }])).items).toEqual([{ a: 1 }, { a: 2 }]);
	expect((await get([])).items).toEqual([{}]);
});

test('only a listing may find nothing', async () => {
	const { properties } = reads('get');
	expect((await get([], { properties: [...properties, listField] })).items).toEqual([]);
});

test('an empty answer is an empty item, where the operation may answer nothing', async () => {
	expect((await get('', { mayAnswerNothing: true })).items).toEqual([{}]);
});

test('what is placed is one item, also where the answer is a list', async () => {
	const operation = sends('call', { outcome: 'placed' });
	const { items } = await runToy({ operation, answer: answers([1, 2]) });
	expect(items).toEqual([{ value: [1, 2], phoneNumber: '1', outcome: 'placed' }]);
});

test('an "error" of the vendor’s does not make n8n take the row for failed', async () => {
	expect((await get({ error: null, a: 1 })).items).toEqual([{ vendorError: null, a: 1 }]);
	expect((await get(['text'])).items).toEqual([{ value: 'text' }]);
});

test('an operation of several requests gets n8n’s helpers, its row, the signal for Stop and the output pane', async () => {
	const { signal } = new AbortController();
	const seen: unknown[] = [];
	const run: Operation['run'] = (read, request) => async (send, host) => {
		host.hint('One thing');
		const { helpers, itemIndex, cancelled } = host;
		seen.push(typeof helpers.httpRequestWithAuthentication, itemIndex, cancelled === signal);
		const { body } = await send(request);
		return [{ json: { body: body as never, of: read.text('phoneNumber') }, pairedItem: 7 }];
	};
	const { output, hints } = await runToy({
		operation: reads('get', { run }),
		numbers: ['1', '2'],
		parameters: { options: { concurrency: 1 } },
		supplies: { getExecutionCancelSignal: () => signal },
	});
	expect(output).toEqual([
		{ json: { body: { id: 'id-1' }, of: '1' }, pairedItem: 7 },
		{ json: { body: { id: 'id-2' }, of: '2' }, pairedItem: 7 },
	]);
	expect(seen).toEqual(['function', 0, true, 'function', 1, true]);
	expect(hints).toEqual(['One thing', 'One thing']);
});

test('an n8n without hints runs the operation all the same', async () => {
	const run: Operation['run'] = () => async (_send, host) => {
		host.hint('One thing');
		return [{ json: {} }];
	};
	const supplies = { addExecutionHints: undefined } as never;
	const { items } = await runToy({ operation: reads('get', { run }), supplies });
	expect(items).toEqual([{}]);
});

test('a fault of ours is told as such, and as unknown where something may have been sent', async () => {
	const output = () => {
		throw new Error('x is undefined');
	};
	const said = {
		message: 'The answer could not be used: x is undefined.',
		advice: 'Please report this.',
	};
	expect((await get({}, { output }, going)).items).toMatchObject([{ outcome: 'failed', ...said }]);
	expect((await get({}, { output, repeat: 'never' }, going)).items).toMatchObject([
		{ outcome: 'unknown', ...said },
	]);
});

describe('what stands in a failed row', () => {
	const failing = async (node: object, statusCode = 404, numbers = ['1', '2']) => {
		const answer = (to: string) => (to === '2' ? { statusCode } : {});
		return await runToy({ operation: sends('call', { outcome: 'placed' }), numbers, answer, node });
	};
	const message = 'Toy answered: status 404. The call to 2 was not placed.';
	const advice = 'Check the IDs in this row, and the Base URL in the credential.';
	const known = { phoneNumber: '2', outcome: 'refused', status: 404 };

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
					...{ phoneNumber: '1', outcome: 'refused', status: 422 },
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
	expect(await hintsOf(sends('call'), 404)).toEqual(['Refused, did not take place: 1 (1).']);
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
