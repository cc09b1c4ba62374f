import { DASH } from './typedDigits';

/** What a spreadsheet's cell holds in place of a number, as a reason to refuse it. */

/** A text, number or bigint of a cell, as text. Throws nothing: what it is instead is the answer's `wrong`. */
export function cellText(value: unknown): { text: string } | { wrong: string } {
	if (typeof value === 'string' || typeof value === 'bigint') return { text: String(value) };
	if (typeof value !== 'number') {
		const isEmpty = value === null || value === undefined;
		return { wrong: isEmpty ? 'is empty' : 'must be text or a number' };
	}
	// A number cell has lost the zeros at its end: what is left may be someone else's number.
	if (Number.isFinite(value) && !Number.isInteger(value)) return { wrong: decimal(`"${value}"`) };
	return { text: String(value) };
}

const decimal = (shown: string): string =>
	`${shown} is a decimal or negative number; format the column as text`;

/** A dash or a dot before the first digit: a negative number, or a decimal without its zero. */
const SIGNED = new RegExp(`^[\\s(+]*(?:${DASH}|\\.)`, 'u');

const [DAY, MONTH, YEAR] = ['(?:0?[1-9]|[12]\\d|3[01])', '(?:0?[1-9]|1[0-2])', '(?:19|20)\\d\\d'];

/** Eight digits of a date are a number in Guatemala, eleven of a CPF one in Brazil: a wrong column was taken. */
const DATE = new RegExp(
	`^(?:${YEAR}([-.])${MONTH}\\1${DAY}|${DAY}([-.])${MONTH}\\2${YEAR})(?!\\d)`,
);
const CPF = /^\d{3}[.]\d{3}[.]\d{3}-\d{2}$/;

/** Why a visible, non-empty text is what a spreadsheet made of a number, or none at all. */
export function misreading(text: string, shown: string): string | undefined {
	if (!/\d/.test(text)) return `${shown} is not a phone number: it has no digits`;
	if (/^[+\d.,]+e[+]?\d+$/i.test(text))
		return `${shown} lost its digits in the spreadsheet; format the column as text`;
	// The dot of a decimal would otherwise pass for a separator and add a digit.
	if (/^[+]?\d{7,}[.,]\d{1,2}$|\d{5}[.,]0{1,2}$/.test(text) || SIGNED.test(text))
		return decimal(shown);
	if (/^[+]?\d{1,3}(,\d{3}){2,}([.]\d+)?$/.test(text))
		return `${shown} has thousands separators; format the column as text`;
	if (DATE.test(text)) return `${shown} is a date, not a phone number`;
	if (CPF.test(text)) return `${shown} is a CPF, not a phone number`;
	return undefined;
}

/** Lines of a cell, and columns that were pasted into one: a tab or a wide gap with a number on either side. */
const SEVERAL_CELLS = /[\n\v\f\r\x85\u2028\u2029]|(?:\d\D?){7}(?:\s*\t\s*|\s{2,})\(?(?:\d\D?){6}/;

/** True where a text holds more than one number. */
export const holdsSeveral = (text: string): boolean =>
	SEVERAL_CELLS.test(text) || /[/;,|&]|\s(y|o|e|or|and|ou)\s/i.test(text);
