import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import { cellText, holdsSeveral, misreading } from './cell';
import { endsInExtension } from './extension';
import { codeOf, planOf } from './plans';
import { compacted, strangeIn, visible } from './typedDigits';
import { completed, international, TRUNK_ZERO } from './wholeNumber';

/** `52` of `+52`; throws where there is no such calling code. */
function defaultCode(text: string, field: string): string {
	const code = compacted(visible(text)).replace(/^(\+|00)/, '');
	if (/^\d+$/.test(code) && planOf(code)) return code;
	// `+521`, `+549` and `+1809` are a code and the beginning of a number; `52 (MX)` has a remark.
	const meant = codeOf(code);
	throw new BadInput(
		field,
		`"${text.slice(0, 40)}" is not a valid country code; write ${meant ? `+${meant}` : 'it like +52'}`,
	);
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
	const isWhole = (part: string): boolean => {
		try {
			return e164(part, defaultCountryCode) !== '';
		} catch {
			return false;
		}
	};
	const misread = misreading(text, shown);
	if (misread !== undefined) throw new BadInput(field, misread);
	if (endsInExtension(text, isWhole))
		refuse('ends in an extension, which cannot be dialled; leave it out');
	if (holdsSeveral(text)) refuse('looks like more than one number; keep one a row');
	const compact = compacted(text);
	const strange = strangeIn(compact);
	if (strange !== undefined) {
		refuse(
			`is not a valid phone number: it has ${strange}; only digits, spaces, dashes, dots, parentheses and a leading + are allowed`,
		);
	}
	const digits = compact.replace(/^(\+|00)/, '');
	const isInternational = digits !== compact;
	if (!isInternational && visible(defaultCountryCode) === '') {
		refuse(`has no country code; write it like +52 55 1234 5678 or set ${codeField} under Options`);
	}
	if (/\(\s*0\s*\)/.test(text)) refuse(TRUNK_ZERO);
	const read = isInternational
		? international(digits)
		: completed(digits, defaultCode(defaultCountryCode, codeField));
	return 'wrong' in read ? refuse(read.wrong) : `+${read.full}`;
}

/** Reads a row's phone number with the row's default country code. */
export const phoneNumberOf = (read: Reader): string =>
	e164(
		read.raw('phoneNumber'),
		read.within('options').optionalText('defaultCountryCode'),
		read.label('phoneNumber'),
	);
