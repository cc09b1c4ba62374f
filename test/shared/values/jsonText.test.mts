import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { isExact, isSameJson, nameTwice } from '../../../nodes/shared/values/jsonText.ts';

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

test.each([
	['{"card": 4111111111111111, "max": 9007199254740991}', true],
	['{"id": 9007199254740993}', false],
	['[-9007199254740992]', false],
	['{"clabe": "646180157000000004", "rate": 1.10}', true],
	['{"pi": 3.14159265358979311}', false],
])('all numbers in %s keep their digits: %s', (text, exact) => {
	expect(isExact(text)).toBe(exact);
});

test.each([
	['{"a":1,"a":2}', 'a'],
	['{"a":1,"\\u0061":2}', 'a'],
	['{"b":[{"":1,"":1}]}', ''],
	['{"a":{"a":1},"b":["a","a",":"],"c":"\\"a\\":"}', undefined],
	['[{"a":1},{"a":1}]', undefined],
	['"a"', undefined],
])('in %s the name %j stands twice', (text, name) => {
	expect(nameTwice(text)).toBe(name);
});

/** JSON texts whose objects may have a name twice. */
const texts = fc.letrec<{ text: string }>((tie) => ({
	text: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom('1', 'null', '"a:{"', '"\\"b\\":"'),
		fc.array(tie('text'), { maxLength: 3 }).map((parts) => `[${parts.join(', ')}]`),
		fc
			.array(fc.tuple(fc.constantFrom('"a"', '"b"', '"\\u0061"', '"c:"', '"{"'), tie('text')), {
				maxLength: 3,
			})
			.map((pairs) => `{${pairs.map(([name, part]) => `${name} : ${part}`).join(',')}}`),
	),
})).text;

test('a name that stands twice is found wherever a parser of YAML finds one', () => {
	let twice = 0;
	fc.assert(
		fc.property(texts, (text) => {
			const { errors } = parseDocument(text, { uniqueKeys: true, strict: true });
			const byYaml = errors.some(({ code }) => code === 'DUPLICATE_KEY');
			if (byYaml) twice += 1;
			expect({ text, found: nameTwice(text) !== undefined }).toEqual({ text, found: byYaml });
		}),
		{ numRuns: 2_000 },
	);
	expect(twice).toBeGreaterThan(100);
});
