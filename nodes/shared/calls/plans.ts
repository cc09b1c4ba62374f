import { COUNTRIES } from './countries';

/** What a country's numbers look like, by its calling code. */
interface Plan {
	/** How they begin, by how many digits they have. */
	begins: Map<number, RegExp>;
	lengths: number[];
	/** Of fixed lines and mobiles. */
	personal: number[];
	/** Its mobiles may begin with the digits of its own code. */
	isLikeItself: boolean;
}

const plans = new Map<string, Plan>();

const entries = new Map(
	COUNTRIES.trim()
		.split('\n')
		.map((line) => line.split(/ (.*)/) as [code: string, entry: string]),
);

function read(entry: string): Plan {
	const isLikeItself = entry.startsWith('=');
	const plan: Plan = { begins: new Map(), lengths: [], personal: [], isLikeItself };
	for (const [, list, mark, begins] of entry.matchAll(/([\d,]+)([:-])(\S*)/g)) {
		const lengths = list!.split(',').map(Number);
		for (const length of lengths) plan.begins.set(length, new RegExp(`^(?:${begins})`));
		plan.lengths.push(...lengths);
		if (mark === ':') plan.personal.push(...lengths);
	}
	plan.lengths.sort((a, b) => a - b);
	plan.personal.sort((a, b) => a - b);
	return plan;
}

/** The plan of a calling code such as `52`; nothing where there is no such code. */
export function planOf(code: string): Plan | undefined {
	const known = plans.get(code);
	const entry = entries.get(code);
	if (known || entry === undefined) return known;
	const plan = read(entry);
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

/**
 * Brazil's mobiles got a 9 in front: eleven digits are a mobile's, its third one that 9. Ten with a 9 there are
 * one that lost a digit, or an old one: nobody can tell. With a 1 there nobody has one.
 */
const NEVER: Record<string, RegExp> = { '55': /^..(?:[^9].{8}|[19].{7})$/ };

/** True where the digits can be a national number of the country. */
export function fits(code: string, national: string): boolean {
	const plan = planOf(code);
	if (!plan) return false;
	const plain = plainOf(code, national);
	if (NEVER[code]?.test(plain)) return false;
	// Shorter ones are services, but for the islands that have three digits of code and few telephones.
	if (code.length + plain.length < 8 && code.length < 3) return false;
	return plan.begins.get(plain.length)?.test(plain) === true;
}

/** True where they are as long as the fixed lines and mobiles of the country. */
export const isPersonal = (code: string, national: string): boolean =>
	fits(code, national) && planOf(code)!.personal.includes(plainOf(code, national).length);

/** True where the digits are a full number with its country code, which reaches a person. */
export function isFull(digits: string): boolean {
	const code = codeOf(digits);
	return code !== undefined && isPersonal(code, digits.slice(code.length));
}

/** Argentina's 9 of mobiles belongs to calls from abroad, and is seldom written without the country code. */
const FROM_ABROAD: Record<string, RegExp> = { '54': /^9\d{10}$/ };

/**
 * True where digits without a country code are surely a national number of the country. With a digit that only
 * some spellings have they could begin with another country's code: Mexico's 1 like +1, Argentina's 93 like +93.
 */
export const isNational = (code: string, digits: string): boolean =>
	isPersonal(code, digits) &&
	!OLD_MOBILE[code]?.test(digits) &&
	!(FROM_ABROAD[code]?.test(digits) && isFull(digits));

/**
 * True where digits that begin with the country's own code could have lost one on the way, and no mobile begins so:
 * `49 151…` is rather half of +49 151… than a whole number of Emden, 49….
 */
export function hasLostOne(code: string, digits: string): boolean {
	const { isLikeItself, personal } = planOf(code)!;
	const withCode = digits.length - code.length;
	return digits.startsWith(code) && !isLikeItself && personal.includes(withCode + 1);
}

/** How many digits people's numbers have in a country, in words. */
export const lengthsOf = (code: string): string => {
	const { personal = [], lengths = [] } = planOf(code) ?? {};
	const all = personal.length > 0 ? personal : lengths;
	return all.length > 3 ? `${all[0]} to ${all.at(-1)}` : all.join(' or ');
};
