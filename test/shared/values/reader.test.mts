import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readersOf } from '../../../nodes/shared/values/reader.ts';
import { reading } from '../../support/reading.mts';

const field = (name: string, displayName: string): INodeProperties => ({
	name,
	displayName,
	type: 'string',
	default: '',
});
const read = (value: unknown) => reading({ name: value }, [field('name', 'Full Name')]);

test('a picker’s value is read from its wrapping, and a plain string in its place works too', () => {
	expect(read({ __rl: true, mode: 'id', value: ' abc ' }).text('name')).toBe('abc');
	expect(read('abc').text('name')).toBe('abc');
	expect(() => read({ __rl: true, mode: 'list', value: '' }).text('name')).toThrow('is empty');
});

test.each([
	['text', ' Ana ', 'Ana'],
	['a number', 42, '42'],
	['a very long number', 9007199254740993n, '9007199254740993'],
])('%s is text', (_kind, value, text) => expect(read(value).text('name')).toBe(text));

test.each([
	[undefined, 'is empty'],
	[null, 'is empty'],
	['  ', 'is empty'],
	[{ first: 'Ana' }, 'must be text, but it is an object'],
	[['Ana'], 'must be text, but it is a list'],
	[true, 'must be text, but it is a boolean'],
	[NaN, 'is NaN: its expression is not a number'],
])('%j is no text, in the form’s words', (value, words) =>
	expect(() => read(value).text('name')).toThrow(`Full Name: ${words}`),
);

test.each([
	[true, true],
	['true', true],
	[false, false],
	[' FALSE ', false],
])('the flag %j is %s', (value, expected) => expect(read(value).flag('name')).toBe(expected));

test.each(['', ' ', null, undefined])(
	'a flag that is set to %j is refused: nothing is not no',
	(value) =>
		expect(() => read(value).flag('name')).toThrow(
			'Full Name: must be true or false, but it is empty',
		),
);

test.each([true, false])('a flag that is not set is the form’s default, here %j', (byDefault) => {
	const entry = { displayName: 'On', name: 'on', type: 'boolean', default: byDefault } as const;
	const field = { displayName: 'Options', name: 'options', type: 'collection' } as const;
	const fields = [{ ...field, default: {}, options: [entry] }];
	expect(reading({ options: {} }, fields).within('options').flag('on')).toBe(byDefault);
});

test('an entry is set where the saved node holds it, whatever its expression comes to', () => {
	const options = reading({ options: { a: undefined, b: {}, c: { d: '' } } }).within('options');
	const set = ['a', 'b', 'c', 'e', 'toString'].filter((name) => options.isSet(name));
	expect(set).toEqual(['a', 'b', 'c']);
	expect(['d', 'e'].filter((name) => options.within('c').isSet(name))).toEqual(['d']);
});

test.each(['yes', 1, 0, {}])('a flag that is %j is neither on nor off, and refused', (value) =>
	expect(() => read(value).flag('name')).toThrow('Full Name: must be true or false'),
);

test('a collection has only what was added, and nothing that every object has', () => {
	const options = reading({ options: { a: '1' } }).within('options');
	expect([options.has('a'), options.has('b'), options.has('toString')]).toEqual([
		true,
		false,
		false,
	]);
	expect(reading({ options: null }).within('options').has('a')).toBe(false);
	expect(reading({ options: '' }).within('options').optionalText('a')).toBe('');
});

test.each<[unknown, number]>([
	[1, 1],
	[9, 9],
	['5', 5],
])('%j is a whole number within bounds', (value, count) =>
	expect(read(value).count('name', 1, 9)).toBe(count),
);

test.each([0, 10, 1.5, '', 'five', null, Infinity])('%j is none', (value) =>
	expect(() => read(value).count('name', 1, 9)).toThrow(
		'Full Name: must be a whole number from 1 to 9',
	),
);

test.each([0, 0.5, '7'])('%j is an amount', (value) =>
	expect(read(value).amount('name')).toBe(Number(value)),
);

test.each([-0.1, '', 'much', Infinity])('%j is none of those', (value) =>
	expect(() => read(value).amount('name')).toThrow('Full Name: must be a number of zero or more'),
);

test.each<[unknown, boolean]>([
	['a', true],
	[0, true],
	[false, true],
	[[], true],
	[' ', false],
	[null, false],
	[undefined, false],
])('a field that holds %j has a value: %s', (value, expected) =>
	expect(read(value).has('name')).toBe(expected),
);

test('text that is not needed may be empty, and is as it was typed', () => {
	expect(read(' Ana ').optionalText('name')).toBe(' Ana ');
	expect(read('  ').optionalText('name')).toBe('');
});

test('a field is called as in the form, also within a collection; one that is not there by its name', () => {
	const options = { ...field('options', 'Options'), options: [field('zone', 'Time Zone')] };
	const reader = reading({ options: { zone: {} } }, [options]);
	expect([reader.label('options'), reader.label('other')]).toEqual(['Options', 'other']);
	expect(() => reader.within('options').text('zone')).toThrow('Time Zone: must be text');
	expect(reading({}).within('options').label('zone')).toBe('zone');
});

test('a list in the place of a collection holds nothing', () =>
	expect(
		reading({ options: ['a'] })
			.within('options')
			.has('0'),
	).toBe(false));

test('around the row stand the time zone and the Base URL', () => {
	const context = {
		getNode: () => ({ parameters: {} }),
		getTimezone: () => 'Europe/Madrid',
		getNodeParameter: () => ({}),
	};
	const reader = readersOf(context as unknown as IExecuteFunctions, [], 'https://toy.example')(3);
	expect([reader.timezone, reader.baseUrl]).toEqual(['Europe/Madrid', 'https://toy.example']);
	expect(reader.within('options').baseUrl).toBe('https://toy.example');
});

test('a parameter that the workflow does not hold has the form’s default, or is empty', () => {
	const context = {
		getNode: () => ({ parameters: {} }),
		getTimezone: () => 'UTC',
		getNodeParameter: (_name: string, _row: number, fallback: unknown) => fallback,
	};
	const fields = [{ ...field('name', 'Full Name'), default: 'Ana' }];
	const reader = readersOf(context as unknown as IExecuteFunctions, fields, '')(0);
	expect([reader.raw('name'), reader.raw('other')]).toEqual(['Ana', '']);
});

test('an expression is read once a row, and what is no expression once a run', () => {
	const asked: string[] = [];
	const parameters: IDataObject = { fixed: 'x', nested: { deep: ['=1'] }, each: '={{ $json.a }}' };
	const context = {
		getNode: () => ({ parameters }),
		getTimezone: () => 'UTC',
		getNodeParameter: (name: string, row: number) => {
			asked.push(`${name} ${row}`);
			return parameters[name];
		},
	};
	const rowReader = readersOf(context as unknown as IExecuteFunctions, [], '');
	for (const row of [0, 1]) {
		const reader = rowReader(row);
		for (let time = 0; time < 3; time++) {
			for (const name of ['fixed', 'nested', 'each']) reader.raw(name);
		}
	}
	expect(asked).toEqual(['fixed 0', 'nested 0', 'each 0', 'nested 1', 'each 1']);
});
