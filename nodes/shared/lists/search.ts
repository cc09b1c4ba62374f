/** Without accents and case, composed or decomposed. */
const folded = (text: string): string =>
	text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** True where an entry of a picker is what the user types; nothing typed finds all. */
export const isFound = (text: string, typed: string): boolean =>
	folded(text).includes(folded(typed));
