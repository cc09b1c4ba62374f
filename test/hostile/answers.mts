import fc from 'fast-check';
import { hostile } from './values.mts';
import type { Reply } from '../support/vendorServer.mts';

const statuses = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(200) },
	{
		weight: 3,
		arbitrary: fc.constantFrom(
			...[201, 202, 204, 206, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404],
			...[408, 409, 418, 422, 425, 429, 451, 499, 500, 501, 502, 503, 504, 511, 599, 600, 999],
		),
	},
);

const retryAfter = fc.constantFrom(
	...['-1', '1e99', 'NaN', '', '0', '0.0001', '1,2', '99999999999999999999', 'never'],
	...['Fri, 31 Dec 1999 23:59:59 GMT', 'Sat, 99 Foo 2026 99:99:99 GMT', '2026-11-21', '<b>1</b>'],
);

const headers = fc.record(
	{
		'content-type': fc.constantFrom(
			...['application/json', 'text/html', 'application/octet-stream', 'audio/wav', ''],
			...['application/json; charset=utf-16', 'multipart/form-data', 'text/plain;;;', ';'],
		),
		'retry-after': retryAfter,
		location: fc.constantFrom('/stolen', '//127.0.0.1/stolen', 'file:///etc/passwd', '%%%', ''),
		'set-cookie': fc.constant('session=1; Path=/'),
		'content-encoding': fc.constantFrom('gzip', 'br', 'deflate', 'identity', 'unknown'),
		'x-powered-by': fc.constant('x'.repeat(8_000)),
		error: fc.constant('error'),
	},
	{ requiredKeys: [] },
);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** A copy of a value in which something else stands at one place; where the path ends early, all of it. */
function replaced(value: unknown, path: number[], other: unknown): unknown {
	if (!isObject(value) || path.length === 0) return other;
	const names = Object.keys(value);
	const [at = 0, ...rest] = path;
	const name = names[at % Math.max(names.length, 1)];
	if (name === undefined) return other;
	const inner = replaced(value[name], rest, other);
	if (Array.isArray(value)) return value.with(Number(name), inner);
	return { ...value, [name]: inner };
}

const huge = fc.constantFrom(
	JSON.stringify({ id: 'x'.repeat(300_000) }),
	JSON.stringify(Array.from({ length: 5_000 }, (_row, id) => ({ id }))),
	`${'['.repeat(2_000)}${']'.repeat(2_000)}`,
	`{"a":`.repeat(1_000) + '1' + '}'.repeat(1_000),
);

const noJson = fc.constantFrom(
	...[
		'',
		' ',
		'{',
		'{"id":"cll_1","sta',
		'[1,2',
		'<html>502</html>',
		'null',
		'true',
		'0',
		'"text"',
	],
	...['NaN', '\ufeff{}', '{}{}', "{'id':1}", '\0\0\0', 'error'],
);

const errors = fc.constantFrom(
	...['{"error":"No"}', '{"error":{"message":"No"}}', '{"error":true,"message":[]}'],
	...[
		'{"error":null,"id":1}',
		'[{"error":"No"}]',
		'{"message":{"toString":1}}',
		'{"detail":[null]}',
	],
	...['{"detail":{"toString":null,"valueOf":null}}', '{"feedback":{"enUs":{"a":1}}}'],
	...['{"detail":"Retry in 1e9 seconds"}', '{"detail":"Retry in 99999999999999999999 seconds"}'],
	...['{"message":["a",{"toString":1}]}', '{"id":{"toString":1},"status":{"toString":1}}'],
);

const ids = fc.constantFrom(
	...['..', '.', '', '../../stolen', '%2e%2e', '\ud800', 'a/b?c#d', '__proto__', '\r\nX: 1'],
);

/** A vendor's answers: what its contract says, bent in one place, or something else altogether. */
export const answers = (bodies: unknown[]): fc.Arbitrary<Reply> => {
	const proper = fc.constantFrom(...(bodies.length > 0 ? bodies : [{}]));
	const path = fc.array(fc.nat(8), { maxLength: 5 });
	const bent = fc
		.tuple(proper, path, fc.oneof(hostile, ids))
		.map(([body, at, other]) => JSON.stringify(replaced(body, at, other)) ?? '');
	const cut = fc
		.tuple(proper, fc.nat(200))
		.map(([body, at]) => (JSON.stringify(body) ?? '').slice(0, at));
	return fc.record({
		status: statuses,
		headers: fc.oneof(
			{ weight: 3, arbitrary: fc.constant({ 'content-type': 'application/json' }) },
			{ weight: 2, arbitrary: headers },
		),
		body: fc.oneof(
			{ weight: 8, arbitrary: bent },
			{ weight: 2, arbitrary: hostile.map((value) => JSON.stringify(value) ?? '') },
			{ weight: 2, arbitrary: noJson },
			{ weight: 2, arbitrary: errors },
			{ weight: 1, arbitrary: cut },
			{ weight: 1, arbitrary: huge },
		),
		breaks: fc.oneof(
			{ weight: 20, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.constantFrom('before' as const, 'within' as const) },
		),
		gzip: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
	}) as fc.Arbitrary<Reply>;
};
