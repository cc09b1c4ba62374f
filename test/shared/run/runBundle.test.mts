import type { IDataObject } from 'n8n-workflow';
import type { Bundle } from '../../../nodes/shared/contract/operation.ts';
import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import { runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const toOf = (body: unknown): string => String((body as IDataObject).to);

/** Numbers that begin alike go out together, three at most; the answer tells of each what it was. */
const bundle: Bundle = {
	largest: 3,
	group: ({ body }) => toOf(body).slice(0, 1),
	join: (requests) => ({
		...{ method: 'POST', url: '/add', headers: { 'x-kind': 'many' } },
		body: { to: requests.map(({ body }) => toOf(body)).join() },
	}),
	keyHeader: 'Idempotency-Key',
	results: (body, requests) =>
		requests.map((request) => ({ done: toOf(request.body), of: (body as IDataObject).id })),
	failed: ({ outcome }) => ({ status: `failed: ${outcome}` }),
	hint: (results) => (results.length > 3 ? `${results.length} were added` : undefined),
};

const instance = (more: object = {}) => ({
	...{ getInstanceId: () => 'n8n', getExecutionId: () => 'e', getWorkflow: () => ({ id: 'w' }) },
	...more,
});

const add = async (numbers: string[], job: Partial<ToyRun> = {}, more: Partial<Operation> = {}) => {
	const operation = sends('add', { repeat: 'keyed', bundle, ...more });
	const ran = await runToy({
		...{ operation, numbers, node: { onError: 'continueRegularOutput' } },
		parameters: { options: { concurrency: 1, maxRetries: 0 } },
		...job,
		supplies: instance(job.supplies) as never,
	});
	const keys = ran.sent.map(({ headers }) => String(headers?.['Idempotency-Key']));
	return { ...ran, keys };
};

test('rows that belong together go out together, in their order, and each has its own result', async () => {
	const { asked, output, sent } = await add(['a1', 'b1', 'a2', 'a3', 'a4', 'b2']);
	expect(asked).toEqual(['a1,a2,a3', 'b1,b2', 'a4']);
	expect(output.map(({ json, pairedItem }) => [json.done, json.of, pairedItem])).toEqual([
		['a1', 'id-a1,a2,a3', { item: 0 }],
		['b1', 'id-b1,b2', { item: 1 }],
		['a2', 'id-a1,a2,a3', { item: 2 }],
		['a3', 'id-a1,a2,a3', { item: 3 }],
		['a4', 'id-a4', { item: 4 }],
		['b2', 'id-b1,b2', { item: 5 }],
	]);
	expect(sent[0]?.headers).toMatchObject({ 'x-kind': 'many' });
});

test('each request has a UUID for a key, the same in each run of the same execution', async () => {
	const numbers = ['a1', 'a2', 'a3', 'a1', 'a2', 'a3'];
	const { keys } = await add(numbers);
	const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
	for (const key of keys) expect(key).toMatch(uuid);
	// The same content twice is two requests, which a vendor must not take for one.
	expect(new Set(keys).size).toBe(2);
	expect((await add(numbers)).keys).toEqual(keys);
});

test.each<[string, object]>([
	['instance', { getInstanceId: () => 'other' }],
	['execution', { getExecutionId: () => 'other' }],
	['workflow', { getWorkflow: () => ({ id: 'other' }) }],
	['run of the node', { getWorkflowDataProxy: () => ({ $runIndex: 1 }) }],
])('another %s has other keys', async (_what, supplies) => {
	const { keys } = await add(['a1']);
	expect((await add(['a1'], { supplies })).keys).not.toEqual(keys);
});

test('another node, another content and another place have other keys', async () => {
	const [key] = (await add(['a1'])).keys;
	const node = { onError: 'continueRegularOutput', id: 'other' } as const;
	expect((await add(['a1'], { node })).keys).not.toContain(key);
	expect((await add(['a2'])).keys).not.toContain(key);
	expect((await add(['b1', 'a1'])).keys).not.toContain(key);
});

test('the key is not changed by what the hash happens to hold', async () => {
	const { keys } = await add(
		Array.from({ length: 60 }, (_row, at) => `${String.fromCharCode(97 + at)}1`),
	);
	expect(keys).toHaveLength(60);
	expect(new Set(keys.map((key) => key[14]))).toEqual(new Set(['5']));
	expect([...new Set(keys.map((key) => key[19]))].sort()).toEqual(['8', '9', 'a', 'b']);
});

test('where a request fails each of its rows says so, in the words of the bundle too; others go on', async () => {
	const { items } = await add(['a1', 'b1', 'a2'], {
		answer: (to) => (to === 'a1,a2' ? { statusCode: 422 } : {}),
	});
	const refused = { outcome: 'refused', status: 'failed: refused' };
	expect(items).toMatchObject([
		{ ...refused, phoneNumber: 'a1', row: 1 },
		{ done: 'b1' },
		{ ...refused, phoneNumber: 'a2', row: 3 },
	]);
});

test('an answer that cannot be told apart leaves its rows unknown', async () => {
	const results = () => {
		throw new Error('No list');
	};
	const { items } = await add(['a1', 'a2'], {}, { bundle: { ...bundle, results } });
	const unknown = { outcome: 'unknown', message: 'The answer could not be used: No list.' };
	expect(items).toMatchObject([unknown, unknown]);
});

test('a status after which the rest would fail alike ends the run, under "Stop" any failure', async () => {
	const job: Partial<ToyRun> = { answer: () => ({ statusCode: 401 }) };
	const { asked, items } = await add(['a1', 'b1', 'c1', 'b2'], job, { endsRun: [401] });
	expect(asked).toEqual(['a1']);
	expect(items.map(({ outcome }) => outcome)).toEqual([
		...['refused', 'notAttempted', 'notAttempted', 'notAttempted'],
	]);
	expect(items[3]?.message).toBe('Not attempted: row 1 ended the run.');
	const stopped = await add(['a1', 'b1'], { ...job, node: {} });
	expect(stopped.asked).toEqual(['a1']);
	expect((await add(['a1', 'b1'], job)).asked).toEqual(['a1', 'b1']);
});

test('of several that fail at once the first to do so is named', async () => {
	const { items } = await add(
		['a1', 'b1', 'c1'],
		{
			parameters: { options: { concurrency: 2 } },
			answer: async (to) => {
				await new Promise((resolve) => setTimeout(resolve, to === 'a1' ? 20 : 1));
				return { statusCode: 401 };
			},
		},
		{ endsRun: [401] },
	);
	expect(items[2]?.message).toBe('Not attempted: row 2 ended the run.');
});

test('Stop lets no further request go out', async () => {
	const stop = new AbortController();
	const { asked, items } = await add(['a1', 'b1'], {
		answer: () => {
			stop.abort();
			return {};
		},
		supplies: { getExecutionCancelSignal: () => stop.signal },
	});
	expect(asked).toEqual(['a1']);
	expect(items).toMatchObject([{ done: 'a1' }, { outcome: 'notAttempted' }]);
});

test('the output pane gets what the bundle makes of all results, where it says something', async () => {
	const four = ['a1', 'a2', 'b1', 'b2'];
	expect((await add(four)).hints).toEqual(['4 were added']);
	expect((await add(['a1'])).hints).toEqual([]);
	const silent = { addExecutionHints: undefined };
	expect((await add(four, { supplies: silent as never })).items).toHaveLength(4);
	const mute = { ...bundle, hint: undefined };
	expect((await add(four, {}, { bundle: mute })).hints).toEqual([]);
});

test('failed rows are no results that the output pane could speak of', async () => {
	const answer = (to: string) => (to.startsWith('a') ? { statusCode: 422 } : {});
	const { hints } = await add(['a1', 'b1', 'b2', 'b3'], { answer });
	expect(hints.join()).not.toContain('were added');
});

describe('a part that is too large for the vendor (413)', () => {
	/** Takes no more than this many rows in a request. */
	const takes = (most: number) => (to: string) =>
		to.split(',').length > most ? { statusCode: 413, body: '<html>' } : {};

	test('is halved until it is taken, each half under a key of its own', async () => {
		const { asked, keys, items } = await add(['a1', 'a2', 'a3', 'b1'], { answer: takes(1) });
		expect(asked).toEqual(['a1,a2,a3', 'a1,a2', 'a1', 'a2', 'a3', 'b1']);
		expect(new Set(keys).size).toBe(6);
		expect(items.map(({ done }) => done)).toEqual(['a1', 'a2', 'a3', 'b1']);
	});

	test('is halved under the same keys when the node runs again', async () => {
		const first = await add(['a1', 'a2', 'a3'], { answer: takes(2) });
		expect((await add(['a1', 'a2', 'a3'], { answer: takes(2) })).keys).toEqual(first.keys);
	});

	test('down to one row, which alone is refused', async () => {
		const answer = (to: string) => (to.includes('a2') ? { statusCode: 413 } : {});
		const { items } = await add(['a1', 'a2', 'a3'], { answer }, { adviceOn: () => 'Shorten it.' });
		expect(items).toMatchObject([
			{ done: 'a1' },
			{ outcome: 'refused', row: 2, status: 'failed: refused', advice: 'Shorten it.' },
			{ done: 'a3' },
		]);
	});

	test('is not halved where an earlier try may have been taken: those rows are unknown', async () => {
		let tries = 0;
		const { asked, items } = await add(['a1', 'a2'], {
			answer: () => ({ statusCode: ++tries === 1 ? 500 : 413, headers: { 'retry-after': '0' } }),
			parameters: { options: { concurrency: 1, maxRetries: 1 } },
		});
		expect(asked).toEqual(['a1,a2', 'a1,a2']);
		expect(items).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
	});

	test('where the first half ends the run, the second does not go out', async () => {
		const answer = (to: string) => ({ statusCode: to.includes(',') ? 413 : 401 });
		const { asked, items } = await add(['a1', 'a2', 'b1'], { answer }, { endsRun: [401] });
		expect(asked).toEqual(['a1,a2', 'a1']);
		expect(items.map(({ outcome }) => outcome)).toEqual([
			...['refused', 'notAttempted', 'notAttempted'],
		]);
	});
});

describe('a part that is too large by the words of a 400 or 422', () => {
	const refusing =
		(message: string, isRefused: (rows: string[]) => boolean, statusCode = 422) =>
		(to: string) =>
			isRefused(to.split(',')) ? { statusCode, body: { message } } : {};

	test.each([
		[400, 'request entity too large'],
		[422, 'Payload too large'],
		[422, 'The request body exceeds the limit of 1 MB'],
		[422, 'Too many contacts in one request'],
		[422, 'List should have at most 2 items after validation, not 3'],
		[422, 'Ensure this field has no more than 2 elements.'],
		[400, 'El cuerpo de la solicitud es demasiado grande'],
	])('%i "%s" is halved, as a 413 is: nothing was carried out', async (statusCode, message) => {
		const answer = refusing(message, (rows) => rows.length > 1, statusCode);
		const { asked, items } = await add(['a1', 'a2', 'a3'], { answer });
		expect(asked).toEqual(['a1,a2,a3', 'a1,a2', 'a1', 'a2', 'a3']);
		expect(items.map(({ done }) => done)).toEqual(['a1', 'a2', 'a3']);
	});

	test.each([
		[422, 'Too many requests'],
		[422, 'The context of contact 3 is wrong'],
		[409, 'Too many contacts'],
		[403, 'Payload too large'],
	])('%i "%s" is a refusal like any other', async (statusCode, message) => {
		const answer = refusing(message, () => true, statusCode);
		const { asked, items } = await add(['a1', 'a2', 'a3'], { answer });
		expect(asked).toEqual(['a1,a2,a3']);
		expect(items).toMatchObject(Array(3).fill({ outcome: 'refused' }));
	});

	test('takes as many as the vendor lets in, and stops soon after three rows are refused', async () => {
		const wide = { ...bundle, largest: 64 };
		const rows = Array.from({ length: 64 }, (_row, at) => `a${at}`);
		let room = 20;
		const answer = refusing('Too many contacts in this campaign', (some) => {
			if (some.length > room) return true;
			room -= some.length;
			return false;
		});
		const { asked, items } = await add(rows, { answer }, { bundle: wide });
		expect(items.map(({ done, outcome }) => done ?? outcome)).toEqual([
			...rows.slice(0, 20),
			...Array<string>(4).fill('refused'),
			...Array<string>(40).fill('notAttempted'),
		]);
		expect(items[20]).toMatchObject({ advice: expect.stringContaining('Send fewer rows') });
		expect(asked.length).toBeLessThan(16);
	});
});

test('a request takes no more bytes than it may, but for a row that alone has more', async () => {
	const mostBytes = 2 * JSON.stringify({ to: 'a1' }).length;
	const rows = ['a1', 'a2', 'a3', `a${'4'.repeat(50)}`, 'a5'];
	const { asked } = await add(rows, {}, { bundle: { ...bundle, mostBytes } });
	expect(asked).toEqual(['a1,a2', 'a3', rows[3], 'a5']);
});

test('a row for which there is no result is unknown, and the others keep theirs', async () => {
	for (const nothing of [null, undefined, 'text', 7, []]) {
		const results: Bundle['results'] = () => [{ done: 'a1' }, nothing as never, { done: 'a3' }];
		const ran = await add(['a1', 'a2', 'a3'], {}, { bundle: { ...bundle, results } });
		expect(ran.items).toMatchObject([{ done: 'a1' }, { outcome: 'unknown' }, { done: 'a3' }]);
	}
});

describe('one line in several rows', () => {
	const sameLine: Bundle['sameLine'] = ({ done }, row) => ({
		done: `as ${String(done)} in ${row}`,
	});
	/** Letters tell lines apart, digits spell them. */
	const request: Operation['request'] = (read) => {
		const to = read.text('phoneNumber');
		return { method: 'POST', url: '/add', phoneNumber: to, line: to.slice(1), body: { to } };
	};
	const addLines = async (numbers: string[], job: Partial<ToyRun> = {}) =>
		await add(numbers, job, { request, bundle: { ...bundle, sameLine } });

	test('goes out once, in whatever request; each other row says which row has it', async () => {
		const { asked, items } = await addLines(['aX', 'bX', 'aY', 'aX']);
		expect(asked).toEqual(['aX,aY']);
		expect(items.map(({ done }) => done)).toEqual(['aX', 'as aX in 1', 'aY', 'as aX in 1']);
	});

	test('is not reported as there already where its own row failed', async () => {
		const { items } = await addLines(['aX', 'bX'], { answer: () => ({ statusCode: 422 }) });
		expect(items).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused', row: 2 }]);
		expect(items[1]?.message).toMatch(/^Not sent: row 1 of this run has the same number\. /);
	});
});
