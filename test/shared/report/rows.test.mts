import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import { listField, reads, runToy, sends } from '../../support/toyVendor.mts';

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

test('a list is no answer to a call: whether it was placed is unknown', async () => {
	const operation = sends('call', { outcome: 'placed' });
	const { items } = await runToy({ operation, answer: answers([1, 2]), node: going });
	expect(items).toMatchObject([{ phoneNumber: '1', outcome: 'unknown' }]);
});

test('an "error" of the vendor’s does not make n8n take the row for failed', async () => {
	expect((await get({ error: null, a: 1 })).items).toEqual([{ vendorError: null, a: 1 }]);
	expect((await get(['text'])).items).toEqual([{ value: 'text' }]);
});

test('an operation of several requests gets its row, the signal for Stop and the output pane, and nothing that reaches HTTP', async () => {
	const { signal } = new AbortController();
	const seen: unknown[] = [];
	const run: Operation['run'] = (read, request) => async (send, host) => {
		host.hint('One thing');
		const { itemIndex, cancelled } = host;
		seen.push(Object.keys(host).includes('helpers'), itemIndex, cancelled === signal);
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
	expect(seen).toEqual([false, 0, true, false, 1, true]);
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
