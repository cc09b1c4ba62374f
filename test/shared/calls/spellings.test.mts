import { e164 } from '../../../nodes/shared/calls/phoneNumber.ts';
import { dialled, samples, tally, type Sample } from './samples.mts';

const count = tally('Spellings of numbers of all countries');

/** One number of each country, and a second one beside it. */
const pairs: Array<[Sample, Sample]> = [
	...Map.groupBy(samples, ({ country }) => country).values(),
].map((its) => [its[0]!, its.at(-1)!]);

const betweenTwo = [
	...['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'],
	...[
		';',
		'; ',
		'/',
		' / ',
		'//',
		',',
		', ',
		'|',
		' | ',
		'&',
		'+',
		' + ',
		'\\',
		'_',
		':',
		'*',
		'•',
	],
	...[' o ', ' ó ', ' u ', ' y ', ' e ', ' y/o ', ' or ', ' and ', ' ou ', ' oder ', ' et '],
	...['、', '，', '；', '／', '؛', '،', '\t', '   ', ' - ', ' – ', ' \u2212 '],
];

test.each(betweenTwo.map((sign) => [JSON.stringify(sign), sign]))(
	'two numbers with %s between them are refused, in all countries',
	(_shown, sign) => {
		const rung = pairs.flatMap(([one, other]) => {
			count('two numbers');
			const [full, second] = [one, other].map(({ code, national }) => `+${code}${national}`);
			return [
				dialled(`${full}${sign}${second}`),
				dialled(`${full}${sign}${other.national}`),
				dialled(`${one.national}${sign}${other.national}`, one.code),
				dialled(`${one.code}${one.national}${sign}${other.code}${other.national}`, one.code),
			];
		});
		expect(rung.filter(Boolean)).toEqual([]);
	},
);

const minus = [
	...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u02d7\u2043\u2796\u207b\u208b',
];

test.each(minus)(
	'a number behind a "%s" is refused; between digits the sign changes nothing',
	(sign) => {
		for (const [{ code, national }] of pairs) {
			count('minus signs');
			const [full, half] = [`+${code}${national}`, Math.floor(national.length / 2)];
			for (const text of [`${sign}${national}`, ` ${sign} ${national}`, `(${sign}${national})`])
				expect([text, dialled(text, code)]).toEqual([text, undefined]);
			for (const text of [`${sign}${full}`, `+${sign}${full.slice(1)}`])
				expect([text, dialled(text)]).toEqual([text, undefined]);
			const between = dialled(
				`+${code}${sign}${national.slice(0, half)}${sign}${national.slice(half)}`,
			);
			expect([undefined, full]).toContain(between);
		}
	},
);

/** The zeros of all scripts: the first of each ten digits in Unicode. */
const zeros: number[] = [];
for (let point = 0; point <= 0x1ffff; point++) {
	const isDigit = /\p{Nd}/u.test(String.fromCodePoint(point));
	if (isDigit && (zeros.length === 0 || point >= zeros.at(-1)! + 10)) zeros.push(point);
}

test('digits of all scripts are read as what they are', () => {
	expect(zeros.length).toBeGreaterThan(60);
	for (const zero of zeros) {
		const written = (digits: string) =>
			digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
		count('scripts');
		expect(dialled(written('+52 55 1234 5678'))).toBe('+525512345678');
		expect(dialled(written('0034 609 234 578'))).toBe('+34609234578');
		expect(dialled(written('8 98 12 34 567'), '+34')).toBeUndefined();
	}
});

test.each(['²', '⑤', 'Ⅴ', '½', '५½', '〇', '五', 'ⅷ', '\u0301', '🄂'])(
	'what can be seen is not called invisible: %s',
	(sign) => {
		for (const text of [`+52 55 1234 567${sign}`, `55${sign} 1234 5678`])
			expect(() => e164(text, '+52')).toThrow(
				/^Phone Number: ".*" is not a valid phone number: it has ".+";/,
			);
	},
);

test.each(['\u0000', '\u0007', '\u001b', '\u0080', '\ue000', '\ud800', '\u0378'])(
	'what cannot be seen is named by its code point: %j',
	(sign) => {
		const point = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
		expect(() => e164(`+52 55${sign} 1234 5678`)).toThrow(`the invisible character U+${point}`);
	},
);

const invisible = [
	...'\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202d\u202e\u2060\u2063\u2066\u2067\u2069\ufeff\u00ad\u061c\ufe0e\ufe0f\u034f\u180e\u3164',
];

test.each(invisible.map((mark) => [mark.codePointAt(0)!.toString(16), mark]))(
	'U+%s anywhere in a number changes nothing, in all countries',
	(_point, mark) => {
		const wrong = pairs.filter(([{ code, national }]) => {
			const full = `+${code}${national}`;
			count('invisible marks');
			const typed = [
				`${mark}${full}${mark}`,
				[...full].join(mark),
				`+${mark}${code} ${mark}${national}`,
			];
			return typed.some((one) => dialled(one) !== full);
		});
		expect(wrong).toEqual([]);
	},
);
