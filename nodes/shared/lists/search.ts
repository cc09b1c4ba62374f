/** Letters that are one of the alphabet's with something in it, which Unicode does not take apart. */
const BASE: Record<string, string> = {
	...{ Æ: 'AE', Ð: 'D', Ø: 'O', Þ: 'TH', Đ: 'D', Ħ: 'H', Ł: 'L', Œ: 'OE' },
};

/** Accents, marks that nobody sees, and the point in the middle of a Catalan word. */
const BESIDES = /[\p{M}\p{Cf}·]/gu;

/** Without accents and case, composed or decomposed. In capitals, because there ß is SS, and ı is I. */
const folded = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(BESIDES, '')
		.toLowerCase()
		.toUpperCase()
		.replace(/[^\p{ASCII}]/gu, (letter) => BASE[letter] ?? letter)
		.replace(/\s+/g, ' ')
		.trim();

/** True where an entry of a picker is what the user types; nothing typed finds all. */
export const isFound = (text: string, typed: string): boolean =>
	folded(text).includes(folded(typed));
