import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { triggerForTests } from './triggerHost.mts';

const { deliver, set, started } = triggerForTests();

test.each([
	{ event: 'send_message', data: { body: 'Hola 👋', n: 1.5, nothing: null, list: [1, [2]] } },
	{},
	{ headers: 'mine', body: 'mine', query: 1, error: 'mine' },
	JSON.parse('{"__proto__":{"x":1},"constructor":1}') as object,
])('a JSON object is the item itself: %j', async (json) => {
	expect((await deliver(json)).status).toBe(200);
	expect(JSON.stringify(started())).toBe(JSON.stringify([[json]]));
});

test.each([[[{ event: 'a' }, { event: 'b' }]], [[]], ['text'], [0], [false], [null]])(
	'JSON that is no object stands in "body" of one item: %j',
	async (json) => {
		expect((await deliver(json)).status).toBe(200);
		expect(started()).toEqual([[{ body: json }]]);
	},
);

test.each(['application/json; charset=utf-8', 'text/plain', 'application/vnd.x+json', null])(
	'JSON under the content type %s is JSON',
	async (type) => {
		expect((await deliver({ a: 'ñ' }, { type })).status).toBe(200);
		expect(started()).toEqual([[{ a: 'ñ' }]]);
	},
);

test('a byte order mark before the JSON does no harm', async () => {
	await deliver(null, { raw: '\uFEFF{"a":1}', type: 'text/plain' });
	expect(started()).toEqual([[{ a: 1 }]]);
});

test.each([
	['text', 'hello', 'text/plain', 400, 'The body is not JSON'],
	['cut JSON', '{"a":', 'text/plain', 400, 'The body is not JSON'],
	['a form', 'a=1&b=2', 'application/x-www-form-urlencoded', 400, 'The body is not JSON'],
	['XML', '<a/>', 'application/xml', 400, 'The body is not JSON'],
	['nothing', '', 'application/json', 400, 'The body is empty; JSON is expected'],
	['nothing at all', '', null, 400, 'The body is empty; JSON is expected'],
	[
		'cut JSON under a JSON type, by n8n itself',
		'{"a":',
		'application/json',
		422,
		'Failed to parse',
	],
])('%s gets a clear answer and starts nothing', async (_what, raw, type, status, words) => {
	const answer = await deliver(null, { raw, type });
	expect(answer).toMatchObject({ status, text: expect.stringContaining(words) });
	expect(started()).toEqual([]);
});

test('5 MB of JSON come through whole', async () => {
	const json = { text: 'ñ'.repeat(1_250_000), list: Array.from({ length: 300_000 }, (_, n) => n) };
	expect((await deliver(json)).status).toBe(200);
	expect(started()).toEqual([[json]]);
});

test.each([
	['lists', '[', ']'],
	['objects', '{"a":', '}'],
])('%s nested 100,000 deep are refused; a hundred deep come through', async (_what, open, end) => {
	const nested = (depth: number) => `${open.repeat(depth)}1${end.repeat(depth)}`;
	for (const type of ['application/json', 'text/plain']) {
		expect(await deliver(null, { raw: nested(100_000), type })).toEqual({
			status: 400,
			text: '{"message":"The JSON is nested deeper than 200 levels"}',
		});
	}
	expect(started()).toEqual([]);
	expect((await deliver(null, { raw: nested(100) })).status).toBe(200);
	expect(started()).toHaveLength(1);
});

test('headers come only if asked for, beside the body and without keys', async () => {
	const headers = ['x-trace', 't1', 'authorization', 'Basic s3cret', 'cookie', 's=s3cret'];
	await deliver({ a: 1 }, { headers });
	expect(started()).toEqual([[{ a: 1 }]]);
	set({ parameters: { options: { includeHeaders: true } } });
	await deliver({ a: 1, headers: 'mine' }, { headers });
	expect(started()[1]).toMatchObject([
		{ body: { a: 1, headers: 'mine' }, headers: { 'x-trace': 't1' } },
	]);
	const text = JSON.stringify(started());
	expect(text).not.toContain(guruSupKey);
	expect(text).not.toContain('s3cret');
});
