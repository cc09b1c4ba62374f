import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readersOf } from '../../nodes/shared/reader.ts';
import { reading } from '../support/reading.mts';

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
])('%j is no text, in the form’s words', (value, words) =>
	expect(() => read(value).text('name')).toThrow(`Full Name: ${words}`),
);

test.each([
	[true, true],
	['true', true],
	[false, false],
	[' FALSE ', false],
	['', false],
	[undefined, false],
])('the flag %j is %s', (value, expected) => expect(read(value).flag('name')).toBe(expected));

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
