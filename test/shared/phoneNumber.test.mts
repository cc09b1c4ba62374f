import fc from 'fast-check';
import { e164 } from '../../nodes/shared/phoneNumber.ts';

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
	['', '+52', 'is empty'],
	[null, '+52', 'is empty'],
	[{ number: 1 }, '+52', 'must be text or a number'],
	[NaN, '+52', 'is no phone number'],
])('%s with default country code "%s" is refused: %s', (typed, code, reason) => {
	expect(() => e164(typed, code)).toThrow(reason);
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
