/** Dashes and minus signs, as they stand between digits. */
export const DASH = '[\\p{Dash_Punctuation}\\u2212\\u30fc\\u2e31\\u02d7\\u2043\\u2796]';

/** What people type between the digits of a number. */
const SEPARATORS = new RegExp(`${DASH}|[\\s().\\uff0e·]`, 'gu');

/** Marks that cannot be seen: direction, joiners, variation selectors, soft hyphens, fillers. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u115f\u1160\u3164\uffa0]|\u034f/gu;

const isDigit = (point: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(point));

/** A digit of any script as a plain one. Each script's ten stand in a row, and two scripts never touch. */
function plainDigit(digit: string): string {
	const point = digit.codePointAt(0)!;
	let zero = point;
	while (isDigit(zero - 1)) zero--;
	return String((point - zero) % 10);
}

/** A text without invisible marks, its digits and plus signs the plain ones, trimmed. */
export const visible = (text: string): string =>
	text
		.replace(INVISIBLE, '')
		.replace(/[\uff0b\ufe62]/g, '+')
		.replace(/[^\P{Nd}\d]/gu, plainDigit)
		.trim();

/** The digits of a visible text, with a leading plus where there is one. */
export const compacted = (text: string): string => text.replace(SEPARATORS, '');

/** A character that no number has, in words: one that cannot be seen by its code point. */
export function strangeIn(compact: string): string | undefined {
	const strange = /[^\d]/u.exec(compact.replace(/^\+/, ''))?.[0];
	if (strange === undefined) return undefined;
	if (/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(strange)) return `"${strange}"`;
	const point = strange.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
	return `the invisible character U+${point}`;
}
