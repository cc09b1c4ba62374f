import metadata from 'libphonenumber-js/metadata.max.json';
import { beginningsOf, canBegin } from '../../host/beginnings.mts';

type Kind = [pattern: string, lengths?: number[]] | 0;

test.each<[string[], number, [least: number, most: number], string | undefined]>([
	[['[2-9]\\d{9}'], 10, [2, 2], '[2-9]'],
	[['[2-9]\\d{9}'], 9, [2, 2], undefined],
	[['52\\d{2}', '5[3-57]\\d\\d'], 4, [2, 2], '5[2-57]'],
	[['(?:1|2[02])\\d{2,3}'], 4, [2, 2], '1|2[02]'],
	[['(?:1|2[02])\\d{2,3}'], 3, [2, 2], '1'],
	[['1(?:2(?:34)?)?5'], 5, [2, 2], '12'],
	[['1(?:2(?:34)?)?5'], 2, [2, 2], '15'],
	// Shorter than what may be looked at.
	[['7'], 1, [2, 2], '7'],
	// Where a longer number exists the third and fourth digit count, if they rule out most.
	[['1624\\d{5}'], 9, [2, 2], '16'],
	[['1624\\d{5}'], 9, [2, 4], '1624'],
	[['1[2-9]\\d{7}'], 9, [2, 4], '1[2-9]'],
	[['16[0-2]\\d{6}'], 9, [2, 4], '16[0-2]'],
	[['[1-3]\\d{3}', '[4-9]\\d{4}'], 4, [1, 1], '[1-3]'],
	[[''], 3, [2, 2], undefined],
])('numbers of %j with %i digits (%j of them) begin with %s', (patterns, length, depths, begin) => {
	const read = () => beginningsOf(patterns, length, depths);
	if (begin === undefined) expect(read).toThrow('No number');
	else expect(read()).toBe(begin);
});

test('whether a number may begin with given digits', () => {
	expect(canBegin('(?:5[1-5]|9)\\d{2}', 4, '55')).toBe(true);
	expect(canBegin('(?:5[1-5]|9)\\d{2}', 4, '56')).toBe(false);
	expect(canBegin('(?:5[1-5]|9)\\d{2}', 3, '55')).toBe(false);
});

test('a pattern with a sign that none had before is refused', () => {
	expect(() => beginningsOf(['(?!1)\\d'], 1, [2, 2])).toThrow('No pattern has had "(" before');
});

/** Short enough to try each number there is. */
const short = Object.entries(metadata.countries).flatMap(([country, plan]) => {
	const { 3: all, 11: kinds = [] } = plan as unknown as { 3: number[]; 11?: Kind[] };
	return kinds.flatMap((kind) =>
		kind
			? (kind[1] ?? all)
					.filter((length) => length < 6)
					.map((length) => [country, kind[0], length] as const)
			: [],
	);
});

test.each(short)(
	'%s: %s has these beginnings at length %i, by trial of every number',
	(_country, pattern, length) => {
		const matches = new RegExp(`^(?:${pattern})$`);
		const beginnings = new Set<string>();
		for (let number = 0; number < 10 ** length; number++) {
			const digits = String(number).padStart(length, '0');
			if (matches.test(digits)) beginnings.add(digits.slice(0, 2));
		}
		if (beginnings.size === 0) return;
		const read = new RegExp(`^(?:${beginningsOf([pattern], length, [2, 2])})`);
		const all = Array.from({ length: 100 }, (_, two) => String(two).padStart(2, '0'));
		expect(all.filter((two) => read.test(two))).toEqual([...beginnings].sort());
	},
);
