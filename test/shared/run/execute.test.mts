import { Pace, paceCount } from '../../../nodes/shared/pace/pace.ts';
import { reads, runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const refuses =
	(...numbers: string[]) =>
	(to: string) =>
		numbers.includes(to) ? { statusCode: 400, body: { message: 'No' } } : {};
const going = { onError: 'continueRegularOutput' } as const;
const oneByOne = { parameters: { options: { concurrency: 1 } } };
const call = sends('call', { outcome: 'placed' });

test('what is chosen in the form is looked up, and what is not there is told', async () => {
	const { asked, sent } = await runToy({ operation: call });
	expect(asked).toEqual(['1']);
	expect(sent).toMatchObject([{ url: 'https://toy.example/call' }]);
	const choose = async (resource: string, operation: string) =>
		(await runToy({ operation: call, parameters: { resource, operation } })).error;
	expect(await choose('thing', 'dance')).toMatchObject({
		message: 'There is no operation "dance" on "thing"',
		description: 'Choose Resource and Operation from the lists in the node.',
	});
	expect((await choose('person', 'call'))?.message).toBe(
		'There is no operation "call" on "person"',
	);
});

test('rows come out in their order and paired, bad ones between good ones', async () => {
	const { output } = await runToy({ operation: call, numbers: ['1', '', '2', ' '], node: going });
	expect(output.map(({ json, pairedItem }) => [json.outcome, pairedItem])).toEqual([
		['placed', { item: 0 }],
		['refused', { item: 1 }],
		['placed', { item: 2 }],
		['refused', { item: 3 }],
	]);
});

test('where every row is bad nothing is asked for and each says why', async () => {
	const { items, asked } = await runToy({ operation: call, numbers: ['', ''], node: going });
	expect(items).toMatchObject([
		{ outcome: 'refused', row: 1 },
		{ outcome: 'refused', row: 2 },
	]);
	expect(asked).toEqual([]);
});

test('under "Stop" a failed row ends the run, and the rest is not attempted', async () => {
	const { error, asked } = await runToy({
		...oneByOne,
		operation: call,
		numbers: ['1', '2', '3'],
		answer: refuses('2'),
	});
	expect(asked).toEqual(['1', '2']);
	expect(error?.message).toBe('Row 2: Toy answered: No (400). The call to 2 was not placed.');
	expect(error?.description).toContain('Done: 1 (id-1 (1)). Refused, did not take place: 1 (2).');
	expect(error?.description).toContain('Not attempted: 1 (3).');
});

test('under "Continue" a failed row ends nothing', async () => {
	const { items, asked } = await runToy({
		...oneByOne,
		operation: call,
		numbers: ['1', '2', '3'],
		answer: refuses('1', '2'),
		node: going,
	});
	expect(asked).toEqual(['1', '2', '3']);
	expect(items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'placed']);
});

test('some statuses end the run whatever the node does on an error, and the first of them is named', async () => {
	const { items, asked } = await runToy({
		parameters: { options: { concurrency: 2 } },
		operation: sends('call', { endsRun: [401] }),
		numbers: ['1', '2', '3', '4'],
		answer: async (to) => {
			// The second row is answered first.
			await new Promise((resolve) => setTimeout(resolve, to === '1' ? 20 : 1));
			return { statusCode: 401 };
		},
		node: going,
	});
	expect(asked).toEqual(['1', '2']);
	expect(items.map(({ outcome }) => outcome)).toEqual([
		...['refused', 'refused', 'notAttempted', 'notAttempted'],
	]);
	expect(items[3]?.message).toBe('Not attempted: row 2 ended the run.');
});

test('a failure without an answer ends no run that goes on', async () => {
	const { asked } = await runToy({
		...oneByOne,
		operation: sends('call', { endsRun: [401] }),
		numbers: ['1', '2'],
		answer: () => {
			throw new Error('broken');
		},
		node: going,
	});
	expect(asked).toEqual(['1', '2']);
});

describe('what was sent is remembered', () => {
	const kept = async (job: Partial<ToyRun>) =>
		(await runToy({ operation: call, numbers: ['1', '2'], ...oneByOne, ...job })).memory['sent:0'];

	test('not once the node succeeded', async () => expect(await kept({})).toBeUndefined());
	test('not where rows failed as items of their own', async () =>
		expect(await kept({ answer: refuses('1'), node: going })).toBeUndefined());
	test('where the node stopped', async () =>
		expect(await kept({ answer: refuses('2') })).toMatchObject({ 0: { answer: { status: 200 } } }));
	test('where n8n runs the node again because its first item is an error', async () => {
		const node = { onError: 'continueErrorOutput' } as const;
		expect(await kept({ answer: refuses('1', '2'), node })).toEqual({});
		expect(await kept({ answer: refuses('2'), node })).toBeUndefined();
	});
});

test('Stop ends the run: what was not sent says so, and no row is sent afterwards', async () => {
	const stop = new AbortController();
	const { error, asked } = await runToy({
		...oneByOne,
		operation: call,
		numbers: ['1', '2', '3'],
		answer: () => {
			stop.abort();
			return {};
		},
		supplies: {
			getExecutionCancelSignal: () => stop.signal,
			customData: { set: () => {} } as never,
		},
	});
	expect(asked).toEqual(['1']);
	expect(error?.message).toBe('Row 2: Not attempted: the execution was stopped.');
});

test('an n8n without a signal for Stop runs the node all the same', async () => {
	const supplies = { getExecutionCancelSignal: undefined } as never;
	expect((await runToy({ operation: call, supplies })).asked).toEqual(['1']);
});

test.each([{}, { answer: refuses('1') }])(
	'the account is given back, however the run ends',
	async (job) => {
		await runToy({ operation: call, ...job });
		expect(paceCount()).toBe(0);
	},
);

test('a read has neither a record nor a place in what n8n keeps of a stopped run', async () => {
	const { memory, items } = await runToy({ operation: reads('get'), numbers: ['1', '2'] });
	expect(memory).toEqual({});
	expect(items).toEqual([{ id: 'id-1' }, { id: 'id-2' }]);
});

// What was learnt of the account stays: no test can follow this one.
test('a vendor that lets nothing in any more ends the run: the rest is kept for another one', async () => {
	const isShut = jest.spyOn(Pace.prototype, 'isShut', 'get').mockReturnValue(true);
	const { items, asked } = await runToy({
		parameters: { options: { concurrency: 1, maxRetries: 0 } },
		operation: call,
		numbers: ['1', '2', '3'],
		answer: (to) => (to === '1' ? { statusCode: 400 } : { statusCode: 429 }),
		node: going,
	});
	isShut.mockRestore();
	expect(asked).toEqual(['1', '2']);
	expect(items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'notAttempted']);
});
