import fc from 'fast-check';

/** Texts that have broken other programs: paths, headers, markup, expressions, numbers that are none. */
const known = [
	'',
	' ',
	'.',
	'..',
	'../../admin',
	'..%2f..%2fadmin',
	'%2e%2e%2f',
	'%00',
	'a/b',
	'a\\b',
	'//evil.example',
	'?x=1#',
	'1?admin=true',
	'1#top',
	'1;drop',
	'1 OR 1=1',
	'\r\nX-Injected: 1',
	'ok\r\n\r\nGET /stolen HTTP/1.1',
	'\0',
	'1\0',
	'\ud800',
	'1\udfff',
	'\u202e12345',
	'１２３４５６７８９０',
	'+５２５５１２３４５６７８',
	'+5255\u200b1234\u200d5678',
	'٠١٢٣٤٥٦٧٨٩',
	'+52 55 1234 567Ⅷ',
	'+52 55 1234 5б78',
	'tel:+525512345678',
	'__proto__',
	'constructor',
	'hasOwnProperty',
	'toString',
	'{"__proto__":{"polluted":true}}',
	'{"constructor":{"prototype":{"polluted":true}}}',
	'{"a":',
	'[1,2',
	'null',
	'undefined',
	'NaN',
	'Infinity',
	'-0',
	'1e309',
	'0x10',
	'1_000',
	'2026-02-30',
	'2026-13-01T25:61:61Z',
	'-271821-04-20',
	'+275760-09-13T00:00:00.001Z',
	'now',
	'<script>alert(1)</script>',
	'${7*7}',
	'=1+1',
	'\u0130\u0131ﬁ',
	'👩‍👩‍👧‍👧',
	'a\u0300'.repeat(50),
];

const text = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...known) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((size) => 'x'.repeat(size * 1000)) },
);

const number = fc.constantFrom(
	...[0, -0, -1, 1.5, 1e21, 2 ** 53, NaN, Infinity, -Infinity, 525512345678, Number.MIN_VALUE],
);

/** What a JSON text can hold and a literal cannot: own keys that the language has names for. */
const prototypeKeys = fc.constantFrom(
	'{"__proto__":{"polluted":true}}',
	'{"constructor":{"prototype":{"polluted":true}}}',
	'{"toString":1,"valueOf":null}',
	'{"__proto__":null,"length":9}',
	'{"toISO":1,"toISOString":"x"}',
	'{"__rl":true,"mode":"id","value":{"__proto__":{"polluted":true}}}',
	'[["__proto__",{"polluted":true}]]',
);

const nested = (depth: number): unknown => (depth === 0 ? 'deep' : { a: [nested(depth - 1)] });

/** What an expression can give where the form asks for something else. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 6, arbitrary: text },
	{ weight: 2, arbitrary: number },
	{ weight: 2, arbitrary: prototypeKeys.map((json) => JSON.parse(json) as unknown) },
	{ weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null]) },
	{ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
	{ weight: 1, arbitrary: fc.constantFrom(30, 200).map(nested) },
);

/** What is on every object's prototype; hostile keys must not add to it. */
const before = Reflect.ownKeys(Object.prototype).length;

/** True where something has got onto the prototype of all objects. */
export const isPolluted = (): boolean =>
	Reflect.ownKeys(Object.prototype).length !== before || 'polluted' in {};
