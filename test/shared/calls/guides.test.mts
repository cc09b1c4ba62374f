import { readFileSync } from 'node:fs';
import { e164 } from '../../../nodes/shared/calls/phoneNumber.ts';

/** What a guide says of a refusal, and what the node says: English, Spanish, Portuguese. */
const reasons: Array<[inTheGuide: RegExp, said: RegExp]> = [
	[/no country code|falta el código|falta o código/, /has no country code/],
	[
		/: (\d+ \S+[,;] (a|un|um) n\S+ nacional|falta o DDD)/,
		/has \d+ digits, but a national number of \S+ has 10/,
	],
	[/: 8 digits|: 9 digits/, /has \d digits, but a national|has \d digits after \+/],
	[/trunk zero|empieza con un cero|começa com zero/, /trunk zero/],
	[/two numbers|dos números|dois números/, /looks like more than one number/],
	[/no digits/, /has no digits/],
	[/an extension|una extensión|um ramal/, /ends in an extension/],
	[
		/starts like the code|empieza como el código|começa como o código/,
		/starts like the country code/,
	],
	[/two readings|de dos maneras/, /can be read as \+\d+ and as \+\d+/],
	[/not a valid number|no existe un número|não existe um número/, /is not a valid number of/],
	[/no such country code/, /country code that does not exist/],
	[/a decimal|a negative number/, /decimal or negative number/],
	[/: a date/, /is a date/],
	[/thousands separators/, /has thousands separators/],
	[/lost digits|perdió cifras|perdeu dígitos/, /lost its digits/],
];

const ANY = /^(any|cualquiera|qualquer)$/;
const EMPTY = /^(empty|vacío|vazio)$/;

/** The rows of the table that begins with this heading. */
function rowsOf(guide: string): Array<[typed: string, code: string, result: string]> {
	const text = readFileSync(`docs/${guide}.md`, 'utf8');
	const table = /\| Default Country Code \|.*\n\|[-| ]+\n((?:\|.*\n)+)/.exec(text)![1]!;
	return table
		.trim()
		.split('\n')
		.map(
			(row) =>
				row
					.split('|')
					.slice(1, -1)
					.map((cell) => cell.trim()) as never,
		);
}

const guides = ['when-things-go-wrong', 'es', 'pt-BR'].flatMap((guide) =>
	rowsOf(guide).map((row) => [guide, ...row] as const),
);

test('the guides tell of more than eight countries', () => {
	const codes = guides.map((row) => /\+(1|7|\d\d)/.exec(row.slice(1).join())?.[0] ?? '');
	expect(new Set(codes.filter((code) => code.startsWith('+'))).size).toBeGreaterThan(8);
	expect(guides.length).toBeGreaterThan(60);
});

test.each(guides)(
	'%s: %s with %s becomes what the guide says: %s',
	(_guide, cell, code, result) => {
		const text = /^`(.*)`/.exec(cell)![1]!;
		const typed = cell.endsWith('number') ? Number(text) : text;
		const codes = ANY.test(code)
			? ['', '+1', '+34', '+52', '+49', '+998']
			: [EMPTY.test(code) ? '' : code.slice(1, -1)];
		for (const one of codes) {
			const number = /^`(.*)`$/.exec(result)?.[1];
			if (number !== undefined) {
				expect(e164(typed, one)).toBe(number);
				continue;
			}
			const said = reasons
				.filter(([inTheGuide]) => inTheGuide.test(result))
				.map(([, words]) => words);
			expect(said).not.toEqual([]);
			let message = '';
			try {
				message = `dialled: ${e164(typed, one)}`;
			} catch (error) {
				message = (error as Error).message;
			}
			expect(said.some((words) => words.test(message)) ? '' : message).toBe('');
		}
	},
);
