import { DASH } from './typedDigits';

const pattern = (source: string): RegExp => new RegExp(source, 'iu');

/** An extension that is called one, in the words of the field: `ext. 12`, `x12`, `#12`, `;ext=12`, `,12`. */
const NAMED = pattern(
	'\\d[\\s.,;(]*(?:e?xt[a-zãó]*|x|#|int|interno|anexo|ramal|poste|opci[oó]n|dw)[\\s.:=#-]*\\d{1,7}\\)?$|\\d\\s*[,;]+\\s*\\d{1,5}$',
);

const BETWEEN = `(?:[\\s.·)]|${DASH})+`;

/**
 * Digits that are surely none of the number: in parentheses at the end, a few after a spaced dash, a lone one
 * that does not end a row of pairs (`26 12 34 5`).
 */
const SURE = [
	'\\d\\s*\\(\\s*\\d+\\s*\\)$',
	`\\d(?:\\s+${DASH}+\\s*|\\s*${DASH}+\\s+)\\d{1,3}$`,
	`(?<!(?:^|\\D)\\d\\d${BETWEEN}\\d\\d)(?<=\\d\\d)${BETWEEN}\\d$`,
].map(pattern);

/** More digits after a spaced dash: `+52 55 1234 - 5678` is a number, `+52 55 1234 5678 - 5678` is not. */
const AFTER_A_DASH = pattern(`^(.*\\d)(?:\\s+${DASH}+\\s*|\\s*${DASH}+\\s+)\\d+$`);

/**
 * True where the last digits are an extension rather than a part of the number.
 * @param isWhole whether a text is a phone number by itself
 */
export function endsInExtension(text: string, isWhole: (text: string) => boolean): boolean {
	if (NAMED.test(text) || SURE.some((one) => one.test(text))) return true;
	const before = AFTER_A_DASH.exec(text)?.[1];
	return before !== undefined && isWhole(before);
}
