import {
	codeOf,
	fits,
	hasLostOne,
	isFull,
	isNational,
	isPersonal,
	lengthsOf,
	planOf,
} from './plans';

/** A number with its country code, or why there is none. */
export type Whole = { full: string } | { wrong: string };

/** Between country code and number it is never dialled. */
export const TRUNK_ZERO = 'has a trunk zero after the country code; leave it out';

const inDigits = (count: number): string => (count === 1 ? '1 digit' : `${count} digits`);

/** Why a full number with its calling code cannot be one; nothing where it can. */
function wrongWith(full: string): string | undefined {
	if (full.startsWith('0')) return 'has a zero where the country code should be';
	const code = codeOf(full);
	if (code === undefined) return 'begins with a country code that does not exist';
	const national = full.slice(code.length);
	if (fits(code, national)) return undefined;
	if (national.startsWith('0') && fits(code, national.slice(1))) return TRUNK_ZERO;
	const { lengths } = planOf(code)!;
	if (national.length > lengths.at(-1)!)
		return `has more digits than a number of its country (+${code}); leave an extension out`;
	if (lengths.includes(national.length)) {
		// Where its beginning is possible it is a service, too short to be a person's.
		const isBegun = planOf(code)!.begins.get(national.length)!.test(national);
		const why = `: none with ${inDigits(national.length)} begins with ${national.slice(0, 4)}`;
		return `is not a valid number of +${code}${isBegun && national.length < 8 ? '' : why}`;
	}
	return `has ${inDigits(national.length)} after +${code}, but a number of this country has ${lengthsOf(code)}`;
}

/** A number that was written with its country code. */
export function international(full: string): Whole {
	const wrong = wrongWith(full);
	return wrong === undefined ? { full } : { wrong };
}

const inTwoWays = (one: string, other: string): Whole => ({
	wrong: `can be read as +${one} and as +${other}; write it with + and its country code`,
});

/** A number without +, completed with the country code where it can be read in one way only. */
export function completed(digits: string, code: string): Whole {
	const rest = digits.startsWith(code) ? digits.slice(code.length) : undefined;
	const isWithCode = rest !== undefined && isPersonal(code, rest);
	if (isNational(code, digits)) {
		if (isWithCode) return inTwoWays(code + digits, digits);
		if (!hasLostOne(code, digits)) return { full: code + digits };
	}
	if (isWithCode) return { full: digits };
	if (digits.startsWith('0'))
		return { wrong: 'starts with a trunk zero; leave it out or write the country code' };
	if (rest !== undefined)
		return {
			wrong: `starts like the country code +${code} but is not a full number with it; write all its digits, with +`,
		};
	if (isPersonal(code, digits) && isFull(digits)) return inTwoWays(code + digits, digits);
	if (planOf(code)!.personal.includes(digits.length))
		return {
			wrong: `is not a valid number of +${code}; write it with + if it is another country's`,
		};
	return {
		wrong: `has ${inDigits(digits.length)}, but a national number of +${code} has ${lengthsOf(code)}`,
	};
}
