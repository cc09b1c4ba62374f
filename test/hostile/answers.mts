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

/** Stands for the key that the request came with: some vendors quote what they refuse. */
export const KEY = '{{key}}';

/** Error bodies of the shapes that vendors, frameworks and proxies in front of them write. */
const words = fc.constantFrom(
	...[
		'{"type":"about:blank","title":"Forbidden","status":403,"detail":"No","instance":"/call"}',
		'{"errors":[{"status":"422","source":{"pointer":"/data/phone"},"title":"Invalid"}]}',
		'{"error":{"code":402,"message":"No","errors":[{"reason":"quota"}],"status":"EXHAUSTED"}}',
		'{"detail":[{"loc":["body","phone"],"msg":"field required","type":"value_error"}]}',
		'{"data":null,"errors":[{"message":"No","locations":[{"line":1}],"path":["call",0]}]}',
		'{"data":{"call":null},"extensions":{"cost":1}}',
		'{"statusCode":402,"message":["No","nor this"],"error":"Payment Required"}',
		'{"status":"fail","data":{"phone":"No"}}',
		'{"status":"error","code":500,"message":"No"}',
		'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 0"}',
		'{"fault":{"faultstring":"No","detail":{"errorcode":"x"}}}',
		'{"Message":"No","ExceptionType":"System.Exception","StackTrace":"at x"}',
		'{"phone":["No"],"non_field_errors":["No"]}',
		'{"error":402}',
		'{"error":402,"call_id":"cll_1"}',
		'{"success":false,"code":0,"msg":"No"}',
		'<?xml version="1.0"?><Error><Code>Denied</Code><Message>No</Message></Error>',
		'<soap:Envelope><soap:Body><soap:Fault><faultstring>No</faultstring></soap:Fault>',
		'<!doctype html><title>502</title><script>x="</script>"</script><h1>Bad Gateway',
		`<!-- ${'x'.repeat(20_000)} --><p>No</p>`,
		'error=invalid&message=No',
		'a\u00f1o inv\u00e1lido: n\u00famero',
		'{"message":"n\u00famero inv\u00e1lido"}',
		'No. '.repeat(250_000),
		`{"message":"${'No. '.repeat(250_000)}"}`,
		`<h1>${'x'.repeat(1_000_000)}`,
	],
	...[
		`{"message":"Unknown key ${KEY}"}`,
		`{"error":"${KEY}"}`,
		`{"${KEY}":"No"}`,
		`{"id":"${KEY}","status":"created","thread":{"id":"${KEY}"}}`,
		`<h1>Unknown key ${KEY}</h1>`,
		`${KEY}`,
		`[{"id":1,"name":"${KEY}"}]`,
		`{"errors":[{"source":{"pointer":"/${KEY}"},"title":"No"}]}`,
	],
);

const ids = fc.constantFrom(
	...['..', '.', '', '../../stolen', '%2e%2e', '\ud800', 'a/b?c#d', '__proto__', '\r\nX: 1'],
);

const statusIn = (body: string): number | undefined => {
	let value: unknown;
	try {
		value = JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
	if (!isObject(value) || Array.isArray(value)) return undefined;
	const code = /^[45]\d\d$/.exec(String(value.error))?.[0];
	const others = Object.entries(value).filter(([name]) => name !== 'error');
	const isBare = others.every(
		([name, other]) => !/(^|_)id$/i.test(name) && [other].flat().every((one) => !isObject(one)),
	);
	return code !== undefined && isBare ? Number(code) : undefined;
};

/** After such an answer nothing was carried out: a plain refusal, as its status or as its only word in a 2xx. */
export function saysRefused({ status, body, breaks }: Reply): boolean {
	if (breaks) return false;
	const meant = status >= 200 && status < 300 ? statusIn(body) : status;
	if (meant === undefined) return false;
	return meant >= 300 && meant < 500 && ![300, 302, 303, 304, 305, 306, 408].includes(meant);
}

/** A refusal for too many requests pauses the whole account, for minutes where asked: no test waits for that. */
function withoutLongPause(reply: Reply): Reply {
	if (reply.status !== 429 && !/"error":\s*"?429/.test(reply.body)) return reply;
	const { 'retry-after': asked = '', ...headers } = reply.headers;
	const isShort = !(Number(asked) > 1);
	return {
		...reply,
		headers: isShort ? reply.headers : headers,
		body: reply.body.replace(/\d+ seconds/g, '0 seconds'),
	};
}

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
	const any = fc.record({
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
			{ weight: 4, arbitrary: words },
			{ weight: 1, arbitrary: cut },
			{ weight: 1, arbitrary: huge },
		),
		breaks: fc.oneof(
			{ weight: 20, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.constantFrom('before' as const, 'within' as const) },
		),
		gzip: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
		latin1: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
	}) as fc.Arbitrary<Reply>;
	return any.map(withoutLongPause);
};
