import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';
import { e164, phoneNumberOf } from '../../../nodes/shared/calls/phoneNumber.ts';
import { reading } from '../../support/reading.mts';

test.each([
	['+52 55 1234 5678', '', '+525512345678'],
	['+52 (81) 1234-5678', '', '+528112345678'],
	['0052 81.1234.5678', '', '+528112345678'],
	['\u202a+52 55 1234 5678\u202c', '', '+525512345678'],
	['55 1234 5678', '+52', '+525512345678'],
	[5512345678, '+52', '+525512345678'],
	[525512345678, '+52', '+525512345678'],
	['52 55 1234 5678', '52', '+525512345678'],
	['612 34 56 78', '+34', '+34612345678'],
	['11 91234-5678', '+55', '+5511912345678'],
	['55 3222 1234', '+55', '+555532221234'],
	['(305) 555-0100', '001', '+13055550100'],
	['+44 20 7946 0958', '+52', '+442079460958'],
	['601 234 5678', '+57', '+576012345678'],
	['11 2345 6789', '+54', '+541123456789'],
	['9 6123 4567', '+56', '+56961234567'],
	['912 345 678', ' 00 51 ', '+51912345678'],
	[612345678n, '+34', '+34612345678'],
	[' +52\u200e55\u00a01234\u20105678\ufeff ', '', '+525512345678'],
	['+4930 1234', '', '+49301234'],
	['+49301234567890', '', '+49301234567890'],
	['+493012345678901', '', '+493012345678901'],
	['+52 55 1234.5678', '', '+525512345678'],
])('%s with default country code "%s" is %s', (typed, code, number) => {
	expect(e164(typed, code)).toBe(number);
});

test.each([
	['5512345678', '', 'has no country code'],
	['55 1234 567', '+52', 'has 9 digits'],
	['52 55 1234 567', '+52', 'starts like the country code +52'],
	['521 55 1234 5678', '+52', 'starts like the country code +52'],
	['055 1234 5678', '+52', 'trunk zero'],
	['+52 (0)55 1234 5678', '', 'trunk zero'],
	['+52 055 1234 5678', '', 'trunk zero'],
	['5.2E+11', '+52', 'lost its digits'],
	['5,25512E+11', '+52', 'lost its digits'],
	['5512345678.0', '+52', 'decimal'],
	[5512345678.5, '+52', 'decimal'],
	['-5512345678', '+52', 'negative'],
	['55 1234 5678 / 55 8765 4321', '+52', 'more than one number'],
	['55 1234 5678 o 55 8765 4321', '+52', 'more than one number'],
	['55 1234 5678 ext 12', '+52', 'is no phone number'],
	['call me', '+52', 'is no phone number'],
	['+52+5512345678', '', 'is no phone number'],
	['+1234567', '', '8 to 15'],
	['+1234567890123456', '', '8 to 15'],
	['+0052 55 1234 5678', '', 'zero where the country code should be'],
	['5512345678', '+49', 'length of a national number is not known for +49'],
	['5512345678', 'México', 'is no country code'],
	['5512345678', '+0', 'is no country code'],
	['5512345678', '+5255', 'is no country code'],
	['5512345678', 'x52', '"x52" is no country code; write it like +52'],
	['5512345678.00', '+52', 'decimal'],
	['+525512345678.5', '', 'is a decimal or negative number; format the column as text'],
	['5.2e11', '+52', 'lost its digits in the spreadsheet; format the column as text'],
	['+5,2e11', '+52', 'lost its digits'],
	['5512345678e', '+52', 'is no phone number'],
	['55 1234 5678 y 55 8765 4321', '+52', 'looks like more than one number; keep one a row'],
	['55 1234 5678 e 55 8765 4321', '+52', 'more than one number'],
	['55 1234 5678 or 55 8765 4321', '+52', 'more than one number'],
	['55 1234 5678 and 55 8765 4321', '+52', 'more than one number'],
	['55 1234 5678 OU 55 8765 4321', '+52', 'more than one number'],
	['5512345678;5587654321', '+52', 'more than one number'],
	['5512345678,5587654321', '+52', 'more than one number'],
	['5512345678|5587654321', '+52', 'more than one number'],
	['5512345678&5587654321', '+52', 'more than one number'],
	['5512345678\n5587654321', '+52', 'more than one number'],
	['+34 0612345678', '', 'has a trunk zero after the country code; leave it out'],
	['+52 ( 0 ) 55 1234 5678', '', 'trunk zero'],
	['+1 0305 555 0100', '', 'trunk zero'],
	['0612345678', '+34', 'starts with a trunk zero; leave it out or write the country code'],
	['+52 5512345678９', '', 'is no phone number'],
	['+５２５５１２３４５６７８', '', 'is no phone number'],
	['x'.repeat(50), '', `Phone Number: "${'x'.repeat(40)}" is no phone number; only digits`],
	['11 9123 456', '+55', 'has 9 digits, but a national number of +55 has 10 or 11'],
	// A number cell has lost the zeros at its end: ten of eleven digits may be someone else's number.
	[1198765.432, '+55', 'is a decimal or negative number; format the column as text'],
	[551234.5678, '+52', 'is a decimal or negative number'],
	[
		'+52 55 1234 5678 (102)',
		'',
		'has more digits than a number of its country; leave an extension out',
	],
	['+52 155 1234 5678 - 1', '', 'leave an extension out'],
	['+1 305 555 0100 - 12', '', 'leave an extension out'],
	['+34 612 345 678-79', '', 'leave an extension out'],
	['   ', '+52', 'Phone Number: is empty'],
	[undefined, '+52', 'is empty'],
	[true, '+52', 'must be text or a number'],
	['', '+52', 'is empty'],
	[null, '+52', 'is empty'],
	[{ number: 1 }, '+52', 'must be text or a number'],
	[NaN, '+52', 'is no phone number'],
])('%s with default country code "%s" is refused: %s', (typed, code, reason) => {
	expect(() => e164(typed, code)).toThrow(reason);
});

test('each refusal names the field that is at fault', () => {
	const said = (typed: unknown, code: string) => () => e164(typed, code, 'Mobile', 'Country');
	expect(said('5512345678', '')).toThrow(
		'Mobile: "5512345678" has no country code; write it like +52 55 1234 5678 or set Country under Options',
	);
	expect(said('5512345678', 'x')).toThrow('Country: "x" is no country code');
	expect(said('0555555555', '+34')).toThrow('Mobile: "0555555555" starts with a trunk zero');
	expect(said('52 55 1234 567', '+52')).toThrow(
		'starts like the country code +52 but is not a full number with it; write it with + and its country code',
	);
	expect(said('5512345678', '+49')).toThrow(
		'Mobile: "5512345678" has no country code, and the length of a national number is not known for +49; write it with its country code',
	);
	expect(said('+1234567', '')).toThrow('has 7 digits; a full number has 8 to 15');
});

test('the number and its country code are read from the row, and the fields named by their titles', () => {
	const fields = [{ displayName: 'Mobile', name: 'phoneNumber' }] as INodeProperties[];
	const row = (phoneNumber: unknown, defaultCountryCode: string) =>
		reading({ phoneNumber, options: { defaultCountryCode } }, fields);
	expect(phoneNumberOf(row('55 1234 5678', '+52'))).toBe('+525512345678');
	expect(() => phoneNumberOf(row('55 1234 5678', ' '))).toThrow('Mobile: "55 1234 5678" has no');
});

test('whatever comes out is E.164, and nothing is added but the country code', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.string(), fc.integer(), fc.stringMatching(/^[+0-9 ().-]{6,18}$/)),
			(typed) => {
				let number: string;
				try {
					number = e164(typed, '+52');
				} catch (error) {
					return error instanceof Error && error.message.startsWith('Phone Number: ');
				}
				const digits = String(typed).replace(/\D/g, '').replace(/^00/, '');
				return /^\+[1-9]\d{7,14}$/.test(number) && [`+${digits}`, `+52${digits}`].includes(number);
			},
		),
		{ numRuns: 2000 },
	);
});
