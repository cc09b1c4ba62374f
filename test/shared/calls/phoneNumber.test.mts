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
	['+52 55 1234 - 5678', '', '+525512345678'],
	['\u2066+52 55 1234 5678\u2069', '', '+525512345678'],
	['\u2068+34 612 345 678\u2069', '', '+34612345678'],
	['+1\ufe0e-305-555-0101', '', '+13055550101'],
	['\u061c+52 55 1234 5679', '', '+525512345679'],
	['+52\u00ad55\u00ad12345670', '', '+525512345670'],
	['+５２５５１２３４５６７８', '', '+525512345678'],
	['٠٠٥٢ 55 1234 5678', '', '+525512345678'],
	['521 81 1234 5678', '+52', '+5218112345678'],
	['5491123456789', '+54', '+5491123456789'],
	['+54 9 11 2345 6789', '', '+5491123456789'],
	// Argentina's 9 without its country code, where it begins no other country's number.
	['9 11 2345 6789', '+54', '+5491123456789'],
	['9 221 234 5678', '+54', '+5492212345678'],
	['1 234 5678', '+51', '+5112345678'],
	['912345678', '+51', '+51912345678'],
	['06 1234 5678', '+39', '+390612345678'],
	['+39 06 1234 5678', '', '+390612345678'],
	['5512345678', '+49', '+495512345678'],
	['+55 11 8765 4321', '', '+551187654321'],
	['+683 4123', '', '+6834123'],
	['+52 551234567\u096e', '', '+525512345678'],
	// Area codes and mobiles that begin with the digits of their own country code.
	['55 99123-4567', '+55', '+5555991234567'],
	['392 345 6789', '+39', '+393923456789'],
	['9123456789', '+91', '+919123456789'],
	['701 234 5678', '+7', '+77012345678'],
	['7 701 234 5678', '+7', '+77012345678'],
	['+49 4930 123456', '', '+494930123456'],
	['338123456', '+33', '+33338123456'],
	['2026-11-2612', '+1', '+12026112612'],
	// Dots and dashes that are no date's.
	['2026-1126', '+45', '+4520261126'],
	['22-13-2045', '+502', '+50222132045'],
	['119.456.78909', '+55', '+5511945678909'],
	// A row of pairs may end in one digit, and a number may be spelled digit by digit.
	['+352 99 17 51 4', '', '+3529917514'],
	['+52 5 5 1 2 3 4 5 6 7 8', '', '+525512345678'],
	// In Germany an extension can be dialled: it stands behind a dash without spaces.
	['+49 30 1234567-12', '', '+4930123456712'],
	['+44 1629 12345', '', '+44162912345'],
	['+44 1624 712345', '', '+441624712345'],
])('%s with default country code "%s" is %s', (typed, code, number) => {
	expect(e164(typed, code)).toBe(number);
});

test.each([
	['5512345678', '', 'has no country code'],
	['55 1234 567', '+52', 'has 9 digits'],
	['52 55 1234 567', '+52', 'starts like the country code +52'],
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
	['55 1234 5678 ext 12', '+52', 'ends in an extension, which cannot be dialled; leave it out'],
	['call me', '+52', 'is not a phone number: it has no digits'],
	['s/n', '+52', 'is not a phone number: it has no digits'],
	['n/a', '+52', 'it has no digits'],
	['-', '+52', 'it has no digits'],
	['sin número', '+52', 'it has no digits'],
	['+52+5512345678', '', 'is not a valid phone number'],
	['+1234567', '', 'has 6 digits after +1, but a number of this country has 10'],
	['+1234567890123456', '', 'has more digits than a number of its country (+1)'],
	['+999 1234 5678', '', 'begins with a country code that does not exist'],
	['+0052 55 1234 5678', '', 'zero where the country code should be'],
	['5512345678', 'México', 'is not a valid country code'],
	['5512345678', '+0', 'is not a valid country code'],
	['5512345678', '+5255', '"+5255" is not a valid country code; write +52'],
	['11 2345 6789', '+549', '"+549" is not a valid country code; write +54'],
	['809 555 0100', '+1-809', '"+1-809" is not a valid country code; write +1'],
	['5512345678', '+999', '"+999" is not a valid country code; write it like +52'],
	['5512345678', '+', '"+" is not a valid country code; write it like +52'],
	['5512345678', 'x52', '"x52" is not a valid country code; write it like +52'],
	['5512345678.00', '+52', 'decimal'],
	['+525512345678.5', '', 'is a decimal or negative number; format the column as text'],
	['5.2e11', '+52', 'lost its digits in the spreadsheet; format the column as text'],
	['+5,2e11', '+52', 'lost its digits'],
	['5512345678e', '+52', 'is not a valid phone number'],
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
	['+52 5512345678９', '', 'has more digits than a number of its country'],
	['+52 5512345678\u096b', '', '"+52 55123456785" has more digits than a number of its country'],
	['+52 55\u0000 1234 5678', '', 'it has the invisible character U+0000'],
	['x'.repeat(50), '', `Phone Number: "${'x'.repeat(40)}" is not a phone number: it has no digits`],
	['11 9123 456', '+55', 'has 9 digits, but a national number of +55 has 10 or 11'],
	// A number cell has lost the zeros at its end: ten of eleven digits may be someone else's number.
	[1198765.432, '+55', 'is a decimal or negative number; format the column as text'],
	[551234.5678, '+52', 'is a decimal or negative number'],
	['+52 55 1234 5678 (102)', '', 'ends in an extension, which cannot be dialled; leave it out'],
	['+52 155 1234 5678 - 1', '', 'ends in an extension'],
	['+52 55 1234 5678 - 1', '', 'ends in an extension'],
	['(11) 3123-4567 8', '+55', 'ends in an extension'],
	['11312345678', '+55', 'is not a valid number of +55'],
	['+55 11 31234 5678', '', 'is not a valid number of +55'],
	['+52 55 1234 567', '', 'has 9 digits after +52, but a number of this country has 10'],
	['57 1 234 5678', '+57', 'starts like the country code +57'],
	['9 351 234 5678', '+54', 'can be read as +5493512345678 and as +93512345678; write it with +'],
	['1 55 1234 5678', '+52', 'can be read as +5215512345678 and as +15512345678; write it with +'],
	['1 899 123 4567', '+52', 'has 11 digits'],
	['+49 30 1234567 (12)', '', 'ends in an extension'],
	['+49 30 1234567 – 12', '', 'ends in an extension'],
	['+1 305 555 0100 - 12', '', 'ends in an extension'],
	['+34 612 345 678-79', '', 'leave an extension out'],
	// One digit was lost: what is left must not pass for somebody else's number.
	['52 81 1234 56', '+52', 'starts like the country code +52 but is not a full number with it'],
	['7 912 345 678', '+7', 'starts like the country code +7'],
	['49 1512 345678', '+49', 'starts like the country code +49'],
	['+55 81 3123 456', '', 'is not a valid number of +55: none with 9 digits begins with 8131'],
	['+55 11 9876 5432', '', 'none with 10 digits begins with 1198'],
	['+55 79 1584 0239', '', 'none with 10 digits begins with 7915'],
	['+598 404 9198', '', 'none with 7 digits begins with 4049'],
	['+51 9123 4567', '', 'is not a valid number of +51: none with 8 digits begins with 9123'],
	['+54 8 11 2345 6789', '', 'none with 11 digits begins with 8112'],
	['+44 1624 12345', '', 'is not a valid number of +44: none with 9 digits begins with 1624'],
	['1624 12345', '+44', 'is not a valid number of +44'],
	['+27 83 421', '', 'is not a valid number of +27'],
	['5', '+1', 'has 1 digit, but a national number of +1 has 10'],
	[
		'1',
		'+1',
		'"1" starts like the country code +1 but is not a full number with it; write all its digits, with +',
	],
	['442079460958', '+52', 'has 12 digits, but a national number of +52 has 10'],
	['+44 712 3456', '', 'none with 7 digits begins with 7123'],
	['44 800 1111', '+44', 'starts like the country code +44'],
	['383 320 1234', '+383', 'starts like the country code +383'],
	['+53 12345', '', 'has 5 digits after +53, but a number of this country has 6 to 10'],
	['+34 612 345 - 678', '', 'ends in an extension'],
	['+52 55 1234 5678 (ext. 12)', '', 'ends in an extension'],
	['30 12345\t30 12346', '+49', 'looks like more than one number'],
	// In Italy it could be the landline 0347, and is meant for the mobile 347.
	['+39 (0)347 1234567', '', 'trunk zero'],
	['5512345678', '52 (MX)', '"52 (MX)" is not a valid country code; write +52'],
	// Two readings, and each is a number that exists.
	[
		'4930 123456',
		'+49',
		'can be read as +494930123456 and as +4930123456; write it with + and its country code',
	],
	['390 6123456', '+39', 'can be read as +393906123456 and as +3906123456'],
	['+49 30 1234567 - 1234', '', 'ends in an extension'],
	['30 1234567 – 12345', '+49', 'ends in an extension'],
	['+34 612 345 67 8', '', 'ends in an extension'],
	['12.345.678-9', '+56', 'ends in an extension'],
	['55 1234 5678, 12', '+52', 'ends in an extension'],
	['5512345678;ext=12', '+52', 'ends in an extension'],
	['\u22125512345678', '+52', 'is a decimal or negative number'],
	['(\u20135512345678)', '+52', 'is a decimal or negative number'],
	['+49 30 1234567.00', '', 'is a decimal or negative number'],
	['2026-11-26', '+45', 'is a date, not a phone number'],
	['26-11-2026', '+502', 'is a date'],
	['26.1.2026', '+45', 'is a date'],
	['2026-11-26T09:00:00.000Z', '+502', 'is a date'],
	['119.456.789-09', '+55', 'is a CPF, not a phone number'],
	['5,512,345,678', '+52', 'has thousands separators; format the column as text'],
	['5,512,345,678.00', '+52', 'has thousands separators'],
	['.5512345678', '+52', 'is a decimal or negative number'],
	['5512345678\r5587654321', '+52', 'looks like more than one number'],
	['5512345678\u20285587654321', '+52', 'looks like more than one number'],
	['30 1234567\t30 765432', '+49', 'looks like more than one number'],
	['30 123 456 7   30 765 432', '+49', 'looks like more than one number'],
	['   ', '+52', 'Phone Number: is empty'],
	[undefined, '+52', 'is empty'],
	[true, '+52', 'must be text or a number'],
	['', '+52', 'is empty'],
	[null, '+52', 'is empty'],
	[{ number: 1 }, '+52', 'must be text or a number'],
	[NaN, '+52', 'is not a phone number'],
])('%s with default country code "%s" is refused: %s', (typed, code, reason) => {
	expect(() => e164(typed, code)).toThrow(reason);
});

test('each refusal names the field that is at fault', () => {
	const said = (typed: unknown, code: string) => () => e164(typed, code, 'Mobile', 'Country');
	expect(said('5512345678', '')).toThrow(
		'Mobile: "5512345678" has no country code; write it like +52 55 1234 5678 or set Country under Options',
	);
	expect(said('5512345678', 'x')).toThrow('Country: "x" is not a valid country code');
	expect(said('0555555555', '+34')).toThrow('Mobile: "0555555555" starts with a trunk zero');
	expect(said('52 55 1234 567', '+52')).toThrow(
		'starts like the country code +52 but is not a full number with it; write all its digits, with +',
	);
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
				return /^\+[1-9]\d{6,14}$/.test(number) && [`+${digits}`, `+52${digits}`].includes(number);
			},
		),
		{ numRuns: 2000 },
	);
});
