import fc from 'fast-check';
import { DateTime, Duration } from 'luxon';
import { runInNewContext } from 'node:vm';
import { asSent, DEEPEST_LEVEL } from '../../../nodes/shared/values/sendable.ts';

const circular: Record<string, unknown> = { a: 1 };
circular.self = circular;
const round: unknown[] = [];
round.push([round]);

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
const veryDeep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ inner }), 1);
const date = new Date('soon');

test.each<[unknown, string, string]>([
	[{ saldo: NaN }, 'saldo', 'is NaN'],
	[{ a: { b: [1, Infinity] } }, 'a.b.1', 'is an infinite number'],
	[{ id: 17841405309211844 }, 'id', 'must be text: this number has too many digits'],
	[{ id: 1e21 }, 'id', 'too many digits'],
	[{ id: 1e-7 }, 'id', 'too many digits'],
	[[10n], '0', 'must be text'],
	[{ text: 'Hola \ud83d' }, 'text', 'half a character'],
	[{ 'a\udc00': 1 }, 'a\udc00', 'its name holds half a character'],
	[
		{ [17841405309211844]: 1 },
		'17841405309211844',
		'its name may be a number that has lost digits',
	],
	[{ [1e21]: 1 }, '1e+21', 'its name may be a number that has lost digits'],
	[[undefined], '0', 'is undefined'],
	// eslint-disable-next-line no-sparse-arrays
	[{ list: [1, , 3] }, 'list.1', 'is undefined'],
	[new Array(4_000_000_000), '0', 'is undefined'],
	[{ f: () => 1 }, 'f', 'is a function'],
	[circular, 'self', 'holds itself'],
	[round, '0.0', 'holds itself'],
	[{ m: new Map([['a', 1]]) }, 'm', 'is not an object of JSON'],
	[{ n: Object(NaN) as object }, 'n', 'is not an object of JSON'],
	[NaN, '', 'is NaN'],
	[{ at: date }, 'at', 'is not a valid date'],
	[[{ at: DateTime.fromISO('soon') }], '0.at', 'is not a valid date'],
	[String(DateTime.fromISO('soon')), '', 'is not a valid date'],
	[{ of: Duration.invalid('no') }, 'of', 'is not a valid date'],
	[{ at: runInNewContext('new Date(NaN)') as Date }, 'at', 'is not a valid date'],
	[{ file: Buffer.from('wav') }, 'file', 'is binary data'],
	[{ file: new Uint8Array(3) }, 'file', 'is binary data'],
	[{ own: { toJSON: () => ({ saldo: NaN }) } }, 'own.saldo', 'is NaN'],
	[{ own: { toJSON: () => undefined } }, 'own', 'has no value that can be sent'],
	[{ own: { toJSON: () => 17841405309211844 } }, 'own', 'too many digits'],
	[{ own: { toJSON: () => date.toISOString() } }, 'own', 'cannot be written as JSON: Invalid time'],
	[nested(DEEPEST_LEVEL + 1), Array(DEEPEST_LEVEL).fill('0').join('.'), 'more than 200 levels'],
	[veryDeep, Array(DEEPEST_LEVEL).fill('inner').join('.'), 'more than 200 levels'],
])('case %#: it cannot leave as it is', (value, path, reason) => {
	expect(asSent(value)).toEqual({
		plain: undefined,
		found: { path, reason: expect.stringContaining(reason) as unknown },
	});
});

const part = { a: 1 };

test.each<[unknown]>([
	[{ a: 1, b: [null, true, 'ñ 😀', { c: undefined }], d: 9007199254740991 }],
	[{ at: new Date(0), on: DateTime.fromISO('2026-11-26') }],
	[{ address: new URL('https://example.com/a b') }],
	[{ same: part, twice: [part, part] }],
	[{ '17841405309211845': 'exact', '-1': 1, '007': 2, '1.10': 3, '12e': 4 }],
	[runInNewContext('({ a: [1, { b: 2 }] })')],
	[JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')],
	[undefined],
	['1e21'],
	['I read "Invalid DateTime" there, and Invalid Date'],
	[nested(DEEPEST_LEVEL)],
])('case %#: it leaves as JSON would write it', (value) => {
	const { plain, found } = asSent(value);
	expect(found).toBeUndefined();
	expect(JSON.stringify(plain)).toBe(JSON.stringify(value));
});

test('what leaves is what was checked, even where a value makes something else of itself each time', () => {
	let looks = 0;
	const restless = {
		get a() {
			return ++looks === 1 ? 'checked' : NaN;
		},
		own: { toJSON: () => (++looks === 2 ? 'checked too' : NaN) },
	};
	const { plain } = asSent(restless);
	expect([JSON.stringify(plain), JSON.stringify(plain)]).toEqual(
		Array(2).fill('{"a":"checked","own":"checked too"}'),
	);
});

/** JSON as programs hold it, and what they hold besides. */
const values = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		fc.jsonValue({ maxDepth: 1 }),
		fc.constantFrom<unknown>(undefined, NaN, 1e300, 10n, '\ud800', Infinity, Symbol.iterator),
		fc.date({ noInvalidDate: false }),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.sparseArray(tie('value'), { maxLength: 4 }),
		fc.dictionary(fc.string({ maxLength: 3 }), tie('value'), { maxKeys: 3 }),
		fc.uint8Array({ maxLength: 2 }),
	),
})).value;

test('whatever is found fit leaves as JSON.stringify writes it, and reads back the same', () => {
	fc.assert(
		fc.property(values, (value) => {
			const { plain, found } = asSent(value);
			if (found) return;
			const text = JSON.stringify(value) as string | undefined;
			expect(JSON.stringify(plain)).toBe(text);
			if (text !== undefined) expect(JSON.parse(text)).toEqual(plain);
		}),
		{ numRuns: 2_000 },
	);
});
