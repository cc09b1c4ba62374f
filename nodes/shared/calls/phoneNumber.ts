import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import { cellText, misreading } from './cell';
import { codeOf, fits, isNational, isPersonal, lengthsOf, planOf } from './plans';
import { compacted, endsInExtension, strangeIn, visible } from './typedDigits';

/** `52` of `+52`; throws where there is no such calling code. */
function defaultCode(text: string, field: string): string {
	const code = compacted(visible(text)).replace(/^(\+|00)/, '');
	if (/^\d+$/.test(code) && planOf(code)) return code;
	throw new BadInput(
		field,
		`"${text.slice(0, 40)}" is not a valid country code; write it like +52`,
	);
}

const TRUNK_ZERO = 'has a trunk zero after the country code; leave it out';

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
	if (lengths.includes(national.length)) return `is not a valid number of +${code}`;
	return `has ${national.length} digits after +${code}, but a number of this country has ${lengthsOf(code)}`;
}

/** A number without country code, completed; `wrong` says why it cannot be. */
function completed(digits: string, code: string): { full: string } | { wrong: string } {
	if (isNational(code, digits)) return { full: code + digits };
	if (digits.startsWith('0'))
		return { wrong: 'starts with a trunk zero; leave it out or write the country code' };
	const rest = digits.slice(code.length);
	if (digits.startsWith(code)) {
		if (isPersonal(code, rest)) return { full: digits };
		return {
			wrong: `starts like the country code +${code} but is not a full number with it; write it with + and its country code`,
		};
	}
	if (planOf(code)!.personal.includes(digits.length))
		return {
			wrong: `is not a valid number of +${code}; write it with + if it is another country's`,
		};
	return {
		wrong: `has ${digits.length} digits, but a national number of +${code} has ${lengthsOf(code)}`,
	};
}

/**
 * The E.164 form of what a spreadsheet holds, e.g. `+528112345678`. Throws `BadInput` rather than guess: a
 * wrong guess rings a stranger.
 * @param value text or a number cell
 * @param defaultCountryCode e.g. `+52`, completes numbers of the country's national length; empty means none
 */
export function e164(
	value: unknown,
	defaultCountryCode = '',
	field = 'Phone Number',
	codeField = 'Default Country Code',
): string {
	const cell = cellText(value);
	if ('wrong' in cell) throw new BadInput(field, cell.wrong);
	const text = visible(cell.text);
	if (text === '') throw new BadInput(field, 'is empty');
	const shown = `"${text.slice(0, 40)}"`;
	const refuse = (reason: string): never => {
		throw new BadInput(field, `${shown} ${reason}`);
	};
	const misread = misreading(text, shown);
	if (misread !== undefined) throw new BadInput(field, misread);
	const compact = compacted(text);
	const strange = strangeIn(compact);
	if (strange !== undefined) {
		refuse(
			`is not a valid phone number: it has ${strange}; only digits, spaces, dashes, dots, parentheses and a leading + are allowed`,
		);
	}
	if (endsInExtension(text)) refuse('ends in an extension, which cannot be dialled; leave it out');
	const digits = compact.replace(/^(\+|00)/, '');
	const isInternational = digits !== compact;
	if (!isInternational && visible(defaultCountryCode) === '') {
		refuse(`has no country code; write it like +52 55 1234 5678 or set ${codeField} under Options`);
	}
	if (/\(\s*0\s*\)/.test(text)) refuse(TRUNK_ZERO);
	const read = isInternational
		? { full: digits }
		: completed(digits, defaultCode(defaultCountryCode, codeField));
	if ('wrong' in read) return refuse(read.wrong);
	const wrong = wrongWith(read.full);
	if (wrong !== undefined) refuse(wrong);
	return `+${read.full}`;
}

/** Reads a row's phone number with the row's default country code. */
export const phoneNumberOf = (read: Reader): string =>
	e164(
		read.raw('phoneNumber'),
		read.within('options').optionalText('defaultCountryCode'),
		read.label('phoneNumber'),
	);
