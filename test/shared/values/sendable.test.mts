import { DateTime } from 'luxon';
import { runInNewContext } from 'node:vm';
import { isSameJson } from '../../../nodes/shared/values/json.ts';
import { unsendable } from '../../../nodes/shared/values/sendable.ts';

const circular: Record<string, unknown> = { a: 1 };
circular.self = circular;

test.each([
	[{ saldo: NaN }, 'saldo', 'is NaN'],
	[{ a: { b: [1, Infinity] } }, 'a.b.1', 'is an infinite number'],
	[{ id: 17841405309211844 }, 'id', 'must be text: this number has too many digits'],
	[{ id: 1e21 }, 'id', 'too many digits'],
	[{ id: 1e-7 }, 'id', 'too many digits'],
	[[10n], '0', 'must be text'],
	[{ text: 'Hola \ud83d' }, 'text', 'half a character'],
	[{ 'a\udc00': 1 }, 'a\udc00', 'its name holds half a character'],
	[[undefined], '0', 'is undefined'],
	[{ f: () => 1 }, 'f', 'is a function'],
	[circular, 'self', 'holds itself'],
	[{ m: new Map([['a', 1]]) }, 'm', 'is not an object of JSON'],
	[NaN, '', 'is NaN'],
])('%p cannot leave as it is', (value, path, reason) => {
	expect(unsendable(value)).toEqual({ path, reason: expect.stringContaining(reason) as unknown });
});

test.each([
	[{ a: 1, b: [null, true, 'ñ 😀', { c: undefined }], d: 9007199254740991 }],
	[{ at: new Date(0), on: DateTime.fromISO('2026-11-26') }],
	[{ same: circular.a, twice: [{}, {}] }],
	[runInNewContext('({ a: [1, { b: 2 }] })')],
	[undefined],
	['1e21'],
])('%p can', (value) => {
	expect(unsendable(value)).toBeUndefined();
});

test('an object that stands twice, but not in itself, is no circle', () => {
	const part = { a: 1 };
	expect(unsendable({ first: part, second: [part] })).toBeUndefined();
});

test.each([
	['{"a": 1, "b": "ñ"}', true],
	['{"a":"\\u00f1", "b": [1, 2]}', true],
	['{"saldo": 1200.00}', false],
	['{"10": 1, "2": 2}', false],
	['{"a": 1, "a": 2}', false],
	['{"id": 17841405309211845}', false],
])('%s is written anew without a change: %s', (text, same) => {
	expect(isSameJson(text, JSON.parse(text))).toBe(same);
});
