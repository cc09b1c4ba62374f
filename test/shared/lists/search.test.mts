import { isFound } from '../../../nodes/shared/lists/search.ts';

test.each([
	['Sofía', 'sofia'],
	['Jose\u0301', 'José'],
	['JOSÉ', 'jose\u0301'],
	['Promoción  de otoño', 'promocion de'],
	['Ação (a1b2c3)', 'ACAO'],
	['Eine Maß Bier', 'Eïné Mass Bīėr'],
	['EINE MASS BIER', 'maß'],
	['Vilhelm Hammershøi', 'hammershoi'],
	['Łódź, Đorđe i Ħal', 'lodz, dorde i hal'],
	['Æsir', 'aesir'],
	['Cœur', 'coeur'],
	['Þór Sigurðsson', 'thor sigurd'],
	['DİYARBAKIR', 'diyarbakır'],
	['Fırat', 'FIRAT'],
	['ΟΔΟΣ', 'οδός'],
	['Col·legi', 'collegi'],
	['Cam\u200bpaña\u00ad de abril', 'campana de abril'],
	['ﬁesta', 'fiesta'],
	['any', ''],
])('"%s" is found by "%s"', (text, typed) => {
	expect(isFound(text, typed)).toBe(true);
});

test.each([
	['Sofía', 'sofo'],
	['Łódź', 'todz'],
	['Ørsted', 'arsted'],
])('"%s" is not found by "%s"', (text, typed) => {
	expect(isFound(text, typed)).toBe(false);
});

const collator = new Intl.Collator('en', { sensitivity: 'base' });
const abc = [...'abcdefghijklmnopqrstuvwxyz'];
const plain = [...abc, ...abc.flatMap((one) => abc.map((other) => one + other))];

/** Letters of the languages that are written in Latin script: Latin-1, Extended-A and Extended Additional. */
const letters = [
	[0xc0, 0x17f],
	[0x1e00, 0x1eff],
]
	.flatMap(([from, to]) =>
		Array.from({ length: to! - from! + 1 }, (_, at) => String.fromCodePoint(from! + at)),
	)
	.filter((letter) => /\p{L}/u.test(letter));

test('a letter is found by whatever Unicode’s collation takes for the same without accents and case', () => {
	let alike = 0;
	for (const letter of letters) {
		const base = plain.find((one) => collator.compare(one, letter) === 0);
		// Two letters of medieval Welsh.
		if (base === undefined || base === 'll') continue;
		alike += 1;
		expect({ letter, base, found: [isFound(letter, base), isFound(base, letter)] }).toEqual({
			...{ letter, base, found: [true, true] },
		});
	}
	expect(alike).toBeGreaterThan(300);
});
