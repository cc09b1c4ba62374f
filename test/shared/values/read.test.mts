import { DateTime } from 'luxon';
import { BadInput } from '../../../nodes/shared/contract/failure.ts';
import { kindOf, numberIn } from '../../../nodes/shared/values/json.ts';
import {
	asObject,
	isPathId,
	isUuid,
	plainText,
	present,
} from '../../../nodes/shared/values/json.ts';
import {
	partsOf,
	pathId,
	somethingIn,
	textOrJson,
	textOrObject,
	uuid,
} from '../../../nodes/shared/values/read.ts';
import { reading } from '../../support/reading.mts';

const read = (value: unknown) =>
	reading({ id: value }, [{ displayName: 'Call', name: 'id', type: 'string', default: '' }]);
const lonely = '\ud800';

test.each([
	['abc', 'abc'],
	[' a/b?c#d%e ', 'a%2Fb%3Fc%23d%25e'],
	['...', '...'],
	['ñ 1', '%C3%B1%201'],
])('the ID %j stands in a path as %s', (typed, inPath) =>
	expect(pathId(read(typed), 'id')).toBe(inPath),
);

test.each([
	['.', 'Call: "." is no ID'],
	[' .. ', 'Call: ".." is no ID'],
	['', 'Call: is empty'],
	[lonely, 'Call: holds half a character, e.g. of a cut emoji'],
])('the ID %j is refused', (typed, words) =>
	expect(() => pathId(read(typed), 'id')).toThrow(new BadInput('Call', words.slice(6))),
);

test('an empty ID is no segment of a path', () => expect(isPathId('')).toBe(false));

test.each<[unknown, unknown]>([
	[{ a: 1 }, { a: 1 }],
	[[1], { value: [1] }],
	[null, { value: null }],
	['text', { value: 'text' }],
	[undefined, { value: undefined }],
])('%j as an item is %j', (value, item) => expect(asObject(value)).toEqual(item));

test.each<[unknown, string | undefined]>([
	['a', 'a'],
	['', ''],
	[0, '0'],
	[7n, '7'],
	[false, 'false'],
	[{ toString: () => 'a' }, undefined],
	[null, undefined],
	[undefined, undefined],
	[Symbol('a'), undefined],
])('the text of %p is %j', (value, text) => expect(plainText(value)).toBe(text));

test.each<[unknown, string[]]>([
	['a, b,,c ', ['a', 'b', 'c']],
	['', []],
	[
		['a ', 7, null, undefined, '', ' b'],
		['a', '7', 'b'],
	],
	[[], []],
	[7, ['7']],
])('the parts of %j are %j', (value, parts) =>
	expect(partsOf(read(value), 'id', /,/)).toEqual(parts),
);

test('what is no text in a list is told by its kind', () => {
	const words = 'Call: must be a list of texts, but an object is in it';
	expect(() => partsOf(read(['a', {}]), 'id', /,/)).toThrow(words);
	expect(() => partsOf(read([['a']]), 'id', /,/)).toThrow('but a list is in it');
	expect(() => partsOf(read({}), 'id', /,/)).toThrow('Call: must be text, but it is an object');
});

const id = '123e4567-e89b-42d3-a456-426614174000';

test.each([
	[id, true],
	[id.toUpperCase(), true],
	[`${id}0`, false],
	[`0${id}`, false],
	[id.replaceAll('-', ''), false],
	[id.replace('1', 'g'), false],
	[id.replace('4567', '456'), false],
	[id.replace('e89b', 'e89'), false],
	[id.replace('42d3', '42d'), false],
	[id.replace('a456', 'a45'), false],
	['', false],
])('%j is a UUID: %s', (text, expected) => expect(isUuid(text)).toBe(expected));

test('what is no UUID is told with one for an example, however long it is', () => {
	expect(uuid(read(` ${id} `), 'id')).toBe(id);
	expect(() => uuid(read('x'.repeat(70)), 'id')).toThrow(
		`Call: "${'x'.repeat(60)}" is no UUID, like 123e4567-e89b-42d3-a456-426614174000`,
	);
});

test('only what is set is sent', () => {
	const fields = { a: undefined, b: '', c: 0, d: false, e: null, f: 'x' };
	expect(present(fields)).toEqual({ c: 0, d: false, e: null, f: 'x' });
});

test('a change must change something', () => {
	expect(somethingIn({ name: 'a' }, 'Update Fields')).toEqual({ name: 'a' });
	expect(() => somethingIn({}, 'Update Fields')).toThrow(
		'Update Fields: there is nothing to update; add at least one field',
	);
});

test.each<[unknown, unknown]>([
	[{ a: 1 }, { a: 1 }],
	[' {"a":1} ', { a: 1 }],
	['{not JSON', '{not JSON'],
	// JavaScript would change the digits.
	['{"clabe": 646180157000000004}', '{"clabe": 646180157000000004}'],
	[
		'{"clabe": "646180157000000004", "n": 123456789012345}',
		{ clabe: '646180157000000004', n: 123456789012345 },
	],
	['{"pi": 3.14159265358979311}', '{"pi": 3.14159265358979311}'],
	['[1]', '[1]'],
	[' text ', ' text '],
	['  ', undefined],
	[undefined, undefined],
	[7, '7'],
])('%j read as text or an object is %j', (value, result) =>
	expect(textOrObject(read(value), 'id')).toEqual(result),
);

const now = DateTime.fromISO('2026-11-26T09:00', { zone: 'America/Mexico_City' });

test.each([
	[new Date(0), '1970-01-01T00:00:00.000Z'],
	[now, '2026-11-26T09:00:00.000-06:00'],
])('the date %p is its ISO text in every field that takes text', (date, iso) => {
	expect(textOrObject(read(date), 'id')).toBe(iso);
	expect(textOrJson(read(date), 'id')).toBe(iso);
	expect(read(date).text('id')).toBe(iso);
	expect(textOrObject(read({ due: date }), 'id')).toEqual({ due: iso });
	expect(textOrJson(read({ due: date }), 'id')).toBe(`{"due":"${iso}"}`);
});

test('a date that is none, and binary data, are refused by the name of the field', () => {
	const none = 'Call: is not a valid date';
	for (const date of [new Date('soon'), DateTime.fromISO('soon')]) {
		expect(() => textOrObject(read(date), 'id')).toThrow(none);
		expect(() => textOrJson(read(date), 'id')).toThrow(none);
		expect(() => read(date).optionalText('id')).toThrow(none);
		expect(() => textOrJson(read({ due: date }), 'id')).toThrow('Call › due: is not a valid date');
	}
	expect(() => read(Buffer.from('a')).optionalText('id')).toThrow('Call: is binary data');
});

test('a JSON text that has a name twice goes out as typed, so that no value is lost', () => {
	expect(textOrObject(read('{"a":1,"a":2}'), 'id')).toBe('{"a":1,"a":2}');
});

test('a list is neither text nor an object', () =>
	expect(() => textOrObject(read([1]), 'id')).toThrow('Call: must be text, but it is a list'));

test.each<[unknown, number]>([
	[7, 7],
	[' 7.5 ', 7.5],
	['1e3', 1000],
	['', NaN],
	['  ', NaN],
	['seven', NaN],
	[[7], NaN],
	[true, NaN],
	[null, NaN],
	[{ valueOf: () => 7 }, NaN],
])('%j as a number is %p', (value, number) => expect(numberIn(value)).toBe(number));

test.each<[unknown, string]>([
	[null, 'empty'],
	[undefined, 'empty'],
	[[], 'a list'],
	[{}, 'an object'],
	[true, 'a boolean'],
	[() => {}, 'a function'],
])('%p is called %s', (value, words) => expect(kindOf(value)).toBe(words));
