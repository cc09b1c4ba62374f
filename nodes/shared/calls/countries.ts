/** Digits of a full national number, by country code. A wrong guess rings a stranger. */
export const NATIONAL_DIGITS: Record<string, number[]> = {
	'52': [10], // Mexico
	'34': [9], // Spain
	'55': [10, 11], // Brazil
	'1': [10], // United States and Canada
	'57': [10], // Colombia
	'54': [10], // Argentina
	'56': [9], // Chile
	'51': [9], // Peru
};

/** What may stand between code and national number: Mexico's old 1, Argentina's 9 of mobile phones. */
const MOBILE_DIGIT = ['52', '54'];

/** None of these countries has national numbers that start with a zero. */
export const TRUNK_ZERO = new RegExp(`^(${Object.keys(NATIONAL_DIGITS).join('|')})0`);

/** More digits than a country's numbers have are an extension, or two numbers in one. */
export function isTooLong(full: string): boolean {
	const code = Object.keys(NATIONAL_DIGITS).find((known) => full.startsWith(known));
	if (code === undefined) return false;
	const longest = Math.max(...NATIONAL_DIGITS[code]) + (MOBILE_DIGIT.includes(code) ? 1 : 0);
	return full.length > code.length + longest;
}

/** The same for all spellings of one line: Mexico dropped the 1 after its country code, and lists still have it. */
export const lineOf = (phoneNumber: string): string =>
	phoneNumber.replace(/^\+521(?=\d{10}$)/, '+52');
