/** What people type between the digits of a number. */
const SEPARATORS = /[\s().\p{Dash_Punctuation}\u2212\u30fc\uff0e\u2e31·]/gu;

/** Marks that cannot be seen: direction, joiners, variation selectors, soft hyphens, fillers. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u115f\u1160\u3164\uffa0]|\u034f/gu;

/** Digits that keyboards of other scripts write, by the code point of their zero. */
const ZEROS = [0x0660, 0x06f0, 0xff10];

const plainDigit = (digit: string): string => {
	const point = digit.codePointAt(0)!;
	const zero = ZEROS.find((one) => point >= one && point < one + 10);
	return zero === undefined ? digit : String(point - zero);
};

/** A text without invisible marks, its digits and plus signs the plain ones, trimmed. */
export const visible = (text: string): string =>
	text
		.replace(INVISIBLE, '')
		.replace(/\uff0b/g, '+')
		.replace(/\p{Nd}/gu, plainDigit)
		.trim();

/** The digits of a visible text, with a leading plus where there is one. */
export const compacted = (text: string): string => text.replace(SEPARATORS, '');

/** A character that no number has, in words: one that cannot be seen by its code point. */
export function strangeIn(compact: string): string | undefined {
	const strange = /[^\d]/u.exec(compact.replace(/^\+/, ''))?.[0];
	if (strange === undefined) return undefined;
	if (/[\p{L}\p{P}\p{S}]/u.test(strange)) return `"${strange}"`;
	const point = strange.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
	return `the invisible character U+${point}`;
}

/**
 * True where the last digits are an extension rather than a part of the number: in parentheses at the end,
 * up to three of them after a spaced dash, or a single one after a space.
 */
export const endsInExtension = (text: string): boolean =>
	/\d\s*\(\s*\d+\s*\)$/.test(text) ||
	/\d\s+[\p{Dash_Punctuation}\u2212]+\s*\d{1,3}$/u.test(text) ||
	/\d\s*[\p{Dash_Punctuation}\u2212]+\s+\d{1,3}$/u.test(text) ||
	/\d{4}\s+\d$/.test(text);
