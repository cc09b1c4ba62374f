import { NATIONAL_DIGITS, TRUNK_ZERO, isTooLong } from './countries';
import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';

/** What people type between the digits of a number. */
const SEPARATORS = /[\s\u00a0\u2000-\u200f\u2010-\u2015\u202a-\u202f\u2060\ufeff().-]/g;

function defaultCode(text: string, field: string): string {
	const code = text.replace(SEPARATORS, '').replace(/^(\+|00)/, '');
	if (/^[1-9]\d{0,2}$/.test(code)) return code;
	throw new BadInput(field, `"${text.slice(0, 40)}" is no country code; write it like +52`);
}

function completed(digits: string, code: string, shown: string, field: string): string {
	const lengths = NATIONAL_DIGITS[code];
	if (!lengths) {
		throw new BadInput(
			field,
			`${shown} has no country code, and the length of a national number is not known for +${code}; write it with its country code`,
		);
	}
	const hasCode = digits.startsWith(code) && lengths.includes(digits.length - code.length);
	const isNational = lengths.includes(digits.length);
	if (digits.startsWith('0')) {
		throw new BadInput(
			field,
			`${shown} starts with a trunk zero; leave it out or write the country code`,
		);
	}
	if (isNational) return code + digits;
	if (hasCode) return digits;
	if (digits.startsWith(code)) {
		throw new BadInput(
			field,
			`${shown} starts like the country code +${code} but is not a full number with it; write it with + and its country code`,
		);
	}
	throw new BadInput(
		field,
		`${shown} has ${digits.length} digits, but a national number of +${code} has ${lengths.join(' or ')}`,
	);
}

/**
 * The E.164 form of what a spreadsheet holds, e.g. `+528112345678`. Throws `BadInput` rather than guess.
 * @param value text or a number cell
 * @param defaultCountryCode e.g. `+52`, completes numbers of the country's national length; empty means none
 */
export function e164(
	value: unknown,
	defaultCountryCode = '',
	field = 'Phone Number',
	codeField = 'Default Country Code',
): string {
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
		throw new BadInput(
			field,
			value === null || value === undefined ? 'is empty' : 'must be text or a number',
		);
	}
	// A number cell has lost the zeros at its end: what is left may be someone else's number.
	if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)) {
		throw new BadInput(
			field,
			`"${value}" is a decimal or negative number; format the column as text`,
		);
	}
	const typed = String(value).trim();
	if (typed === '') throw new BadInput(field, 'is empty');
	const shown = `"${typed.slice(0, 40)}"`;
	if (/^[+\d.,]+e[+]?\d+$/i.test(typed)) {
		throw new BadInput(
			field,
			`${shown} lost its digits in the spreadsheet; format the column as text`,
		);
	}
	// The dot of a decimal would otherwise pass for a separator and add a digit.
	if (/^[+]?\d{7,}\.\d{1,2}$/.test(typed) || typed.startsWith('-')) {
		throw new BadInput(
			field,
			`${shown} is a decimal or negative number; format the column as text`,
		);
	}
	if (/[/;,|&\n]|\s(y|o|e|or|and|ou)\s/i.test(typed)) {
		throw new BadInput(field, `${shown} looks like more than one number; keep one a row`);
	}
	const compact = typed.replace(SEPARATORS, '');
	const international = /^(\+|00)/.test(compact);
	const digits = compact.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) {
		throw new BadInput(
			field,
			`${shown} is no phone number; only digits, spaces, dashes, dots, parentheses and a leading + are allowed`,
		);
	}
	if (!international && defaultCountryCode.trim() === '') {
		throw new BadInput(
			field,
			`${shown} has no country code; write it like +52 55 1234 5678 or set ${codeField} under Options`,
		);
	}
	const full = international
		? digits
		: completed(digits, defaultCode(defaultCountryCode, codeField), shown, field);
	if (/\(\s*0\s*\)/.test(typed) || TRUNK_ZERO.test(full)) {
		throw new BadInput(field, `${shown} has a trunk zero after the country code; leave it out`);
	}
	if (full.startsWith('0'))
		throw new BadInput(field, `${shown} has a zero where the country code should be`);
	if (full.length < 8 || full.length > 15) {
		throw new BadInput(field, `${shown} has ${full.length} digits; a full number has 8 to 15`);
	}
	if (isTooLong(full)) {
		throw new BadInput(
			field,
			`${shown} has more digits than a number of its country; leave an extension out`,
		);
	}
	return `+${full}`;
}

/** Reads a row's phone number with the row's default country code. */
export const phoneNumberOf = (read: Reader): string =>
	e164(
		read.raw('phoneNumber'),
		read.within('options').optionalText('defaultCountryCode'),
		read.label('phoneNumber'),
	);
