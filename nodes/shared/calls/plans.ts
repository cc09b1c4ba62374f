import { COUNTRIES } from './countries';

/** A country's numbers, by its calling code. */
interface Plan {
	looksLike: RegExp;
	lengths: number[];
	/** Of fixed lines and mobiles. */
	personal: number[];
}

const plans = new Map<string, Plan>();

const numbersIn = (text: string): number[] => text.split(' ').filter(Boolean).map(Number);

/** The plan of a calling code such as `52`; nothing where there is no such code. */
export function planOf(code: string): Plan | undefined {
	const known = plans.get(code);
	if (known || !Object.hasOwn(COUNTRIES, code)) return known;
	const [pattern, lengths, personal] = COUNTRIES[code]!;
	const plan = {
		looksLike: new RegExp(`^(?:${pattern})$`),
		lengths: numbersIn(lengths),
		personal: numbersIn(personal),
	};
	plans.set(code, plan);
	return plan;
}

/** The calling code that a full number begins with; no code is the beginning of another. */
export const codeOf = (full: string): string | undefined =>
	[1, 2, 3].map((length) => full.slice(0, length)).find((code) => planOf(code));

/** What may be between calling code and number where a mobile is meant: Mexico's old 1. */
const OLD_MOBILE: Record<string, RegExp> = { '52': /^1(?=\d{10}$)/ };

/** A national number without a digit that only some spellings have. */
const plainOf = (code: string, national: string): string =>
	national.replace(OLD_MOBILE[code] ?? /^$/, '');

/** True where the digits can be a national number of the country. */
export function fits(code: string, national: string): boolean {
	const plan = planOf(code);
	if (!plan) return false;
	const plain = plainOf(code, national);
	// Eleven digits are a mobile's in Brazil, and its third digit is the 9 that was added.
	if (code === '55' && plain.length === 11 && plain[2] !== '9') return false;
	// Shorter ones are services, but for the islands that have three digits of code and few telephones.
	if (code.length + plain.length < 8 && code.length < 3) return false;
	return plan.lengths.includes(plain.length) && plan.looksLike.test(plain);
}

/** True where they are as long as the fixed lines and mobiles of the country. */
export const isPersonal = (code: string, national: string): boolean =>
	fits(code, national) && planOf(code)!.personal.includes(plainOf(code, national).length);

/** Without a country code these could as well begin with another country's: +1, or +91. */
const AMBIGUOUS: Record<string, RegExp> = { '54': /^9\d{10}$/, '52': /^1\d{10}$/ };

/** True where digits without a country code are surely a national number of the country. */
export const isNational = (code: string, digits: string): boolean =>
	isPersonal(code, digits) && !AMBIGUOUS[code]?.test(digits);

/** How many digits people's numbers have in a country, in words. */
export const lengthsOf = (code: string): string => {
	const { personal = [], lengths = [] } = planOf(code) ?? {};
	const all = personal.length > 0 ? personal : lengths;
	return all.length > 3 ? `${all[0]} to ${all.at(-1)}` : all.join(' or ');
};
