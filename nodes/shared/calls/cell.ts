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

/** Why a visible, non-empty text cannot be one phone number, judged by how it is written. */
export function misreading(text: string, shown: string): string | undefined {
	if (!/\d/.test(text)) return `${shown} is not a phone number: it has no digits`;
	if (/^[+\d.,]+e[+]?\d+$/i.test(text))
		return `${shown} lost its digits in the spreadsheet; format the column as text`;
	// The dot of a decimal would otherwise pass for a separator and add a digit.
	if (/^[+]?\d{7,}[.,]\d{1,2}$/.test(text) || text.startsWith('-')) return decimal(shown);
	if (/[/;,|&\n]|\s(y|o|e|or|and|ou)\s/i.test(text))
		return `${shown} looks like more than one number; keep one a row`;
	return undefined;
}
