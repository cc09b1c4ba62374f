import { PassThrough, Readable } from 'node:stream';

import type { VendorRequest } from '../../../nodes/shared/contract/request.ts';
import { oneRequest } from '../../support/oneRequest.mts';
import { lost } from '../../support/sending.mts';

const thrown = (error: unknown) => () => {
	throw error as Error;
};

test('a request goes to the Base URL without repeats, redirects or errors of n8n’s own', async () => {
	const { sent } = await oneRequest({}, {});
	expect(sent).toEqual({
		method: 'GET',
		url: 'https://vendor.example/v1/calls',
		headers: { Authorization: 'api-key key-of-a-test' },
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: expect.not.arrayContaining([401]) },
		encoding: 'arraybuffer',
		disableFollowRedirect: true,
		timeout: 9_000,
		abortSignal: expect.any(AbortSignal) as unknown,
	});
});

test('a query repeats the name of a list; body, headers and encoding go along', async () => {
	const headers = { accept: 'audio/*' };
	const request = {
		method: 'POST',
		qs: { status: ['a', 'b'] },
		body: { to: 'x' },
		headers,
	} as const;
	const { sent } = await oneRequest({ ...request, encoding: 'stream' }, {});
	expect(sent).toMatchObject({
		method: 'POST',
		qs: { status: ['a', 'b'] },
		arrayFormat: 'repeat',
		body: { to: 'x' },
		headers: { accept: 'audio/*', Authorization: 'api-key key-of-a-test' },
		encoding: 'stream',
	});
	// The row's own request must not come to hold the key.
	expect(headers).toEqual({ accept: 'audio/*' });
});

test.each<[string, unknown, object]>([
	['its code', lost('ECONNRESET'), { code: 'ECONNRESET' }],
	['the innermost code', lost('ERR', { cause: lost('EPIPE') }), { code: 'EPIPE' }],
	['a code further out where the cause has none', lost('ERR', { cause: {} }), { code: 'ERR' }],
	['an empty code is none', lost('ERR', { cause: { code: '' } }), { code: 'ERR' }],
	['a code that is no text is none', lost('ERR', { cause: { code: 7 } }), { code: 'ERR' }],
	[
		'the system call that failed',
		lost('ERR', { cause: lost('EPIPE', { syscall: 'connect' }) }),
		{ code: 'EPIPE', syscall: 'connect' },
	],
	['a system call that is no text is none', lost('ERR', { syscall: 1 }), { code: 'ERR' }],
	['no more than is there', 'broken', { code: '' }],
	['no more than is there, of nothing', null, { code: '' }],
	['no more than is there, of a cause that is text', { cause: 'broken' }, { code: '' }],
])('of a lost connection is told: %s', async (_what, error, happening) =>
	expect((await oneRequest({}, thrown(error))).happening).toEqual(happening),
);

test('errors that cause each other in a ring come to an end', async () => {
	const ring: Record<string, unknown> = { code: 'FIRST' };
	ring.cause = { code: 'SECOND', cause: ring };
	expect((await oneRequest({}, thrown(ring))).happening).toEqual({ code: 'SECOND' });
});

test('fields that are to be dropped are gone at any depth of a good answer, and nothing else is', async () => {
	const body = {
		token: 'a',
		list: [{ token: 'b', id: 1 }, null, 'token'],
		in: { token: {}, n: 0 },
	};
	const { happening } = await oneRequest({ drop: ['token'] }, { body });
	expect(happening.body).toEqual({ list: [{ id: 1 }, null, 'token'], in: { n: 0 } });
	expect((await oneRequest({}, { body })).happening.body).toBe(body);
	expect((await oneRequest({ drop: ['token'] }, { body: 'token' })).happening.body).toBe('token');
	expect((await oneRequest({ drop: ['token'] }, { body: null })).happening.body).toBeNull();
});

test.each([199, 200, 299, 300, 401])(
	'an answer of %i does not show the key',
	async (statusCode) => {
		const { happening } = await oneRequest(
			{},
			{ statusCode, headers: { a: 'b' }, body: { message: 'key-of-a-test' } },
		);
		expect(happening).toEqual({
			status: statusCode,
			headers: { a: 'b' },
			body: { message: '***' },
		});
	},
);

test.each<[string, unknown, unknown, unknown]>([
	['typed with a word in front and spaces', ' api-key abcdef ', 'No abcdef.', 'No ***.'],
	['more than once, at any depth', 'abcdef', [{ a: ['abcdef abcdef'] }], [{ a: ['*** ***'] }]],
	['with characters that JSON escapes', 'ab"c\\d', { a: 'is ab"c\\d' }, { a: 'is ***' }],
	['of six characters', 'abcdef', 'abcdef', '***'],
	['too short to be told from words', 'abcde', 'abcde', 'abcde'],
	['that is missing', undefined, 'undefined', 'undefined'],
	['that is no text', { key: 1 }, 'key', 'key'],
])('a key %s is not in an error answer', async (_how, apiKey, body, shown) => {
	const { happening } = await oneRequest(
		{},
		{ statusCode: 403, body },
		{ apiKey: apiKey as string },
	);
	expect(happening.body).toEqual(shown);
});

test('an error answer without a body has none', async () => {
	const { happening } = await oneRequest({}, { statusCode: 500, body: undefined });
	expect(happening).toEqual({ status: 500, headers: {}, body: undefined });
});

describe('an answer that arrives as a stream', () => {
	const request: Partial<VendorRequest> = { encoding: 'stream', drop: ['id'] };
	const stream = (text: string) => Readable.from([Buffer.from(text)]);

	test('is passed on where it is good', async () => {
		const sound = stream('RIFF');
		const { happening, sent } = await oneRequest(request, { body: sound });
		expect(happening.body).toBe(sound);
		expect(sound.destroyed).toBe(false);
		expect(await sound.toArray()).toHaveLength(1);
		expect(sent?.abortSignal?.aborted).toBe(false);
	});

	test('is read where it tells an error', async () => {
		const error = stream('{"message":"No key-of-a-test"}');
		const { happening } = await oneRequest(request, { statusCode: 404, body: error });
		expect(happening.body).toEqual({ message: 'No ***' });
		expect(error.destroyed).toBe(true);
	});

	test('ends, with its connection, when it stays silent', async () => {
		const silent = new PassThrough();
		const { sent } = await oneRequest(request, { body: silent }, {}, 50);
		await expect(silent.toArray()).rejects.toThrow('The answer stopped arriving');
		expect(sent?.abortSignal?.aborted).toBe(true);
	});
});
