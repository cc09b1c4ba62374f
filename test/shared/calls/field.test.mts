import { dialled } from './samples.mts';

/**
 * Shapes of numbers that public bug reports tell of, with other digits; the report, and who may ring. Where two
 * libraries disagree, or a number can be meant in two ways, nobody may.
 */
test.each([
	// Letters are never read as digits.
	['python-phonenumbers 291', '+353ks.123456780', '', undefined],
	['giggsey 67', '+5493512345678 ext.', '', undefined],
	['twilio-node 456', 'tel:+27721234567', '', undefined],
	['twilio-php 399', 'phone=+351912345678', '', undefined],
	// A digit is missing.
	['libphonenumber-js 435', '047501020', '+32', undefined],
	['libphonenumber-js 435', '47501020', '+32', undefined],
	['libphonenumber-js 435', '475010203', '+32', '+32475010203'],
	// A number with its country code, without plus.
	['libphonenumber-js 298', '441632960123', '+1', undefined],
	['libphonenumber-js 298', '441632960123', '+44', '+441632960123'],
	['libphonenumber 1374', '491621234567', '+49', undefined],
	['PhoneNumberKit 277', '491701234567', '+49', undefined],
	['libphonenumber 750', '496121234567', '+49', undefined],
	['libphonenumber 1374', '+491621234567', '+49', '+491621234567'],
	['libPhoneNumber-iOS 263', '3906123456', '+39', undefined],
	['rust-phonenumber 68', '3912345678', '+39', '+393912345678'],
	['global_phone 44', '392 123 4567', '+39', '+393921234567'],
	['phonelib 159', '9111111111', '', undefined],
	['phonelib 159', '9111111111', '+91', '+919111111111'],
	['libphonenumber 1047', '5351234567', '', undefined],
	['remote-office-hours-queue 391', '11234567890', '+1', undefined],
	// Zeros that do not belong there.
	['libphonenumber-js 309', '+0412345678', '+61', undefined],
	['awesome-phonenumber 78', '0049040123456', '', undefined],
	['libphonenumber 1979', '005521912345678', '+55', '+5521912345678'],
	['rust-phonenumber 47', '+1 520-555-0123', '', '+15205550123'],
	// Extensions.
	['call-power 34', '18005551212x123', '+1', undefined],
	['phonelib 367', '+16505550100 x136', '', undefined],
	['phonelib 58', '+19055550133;ext=555', '', undefined],
	['phone-number-parser 492', '+44-114-496-0123,1234', '', undefined],
	['libphonenumber 1106', '(800) 555-0155 ; 7246433', '+1', undefined],
	['phone-number-parser 689', '0234/123456-106', '+49', undefined],
	// Spreadsheets.
	['Laravel-Excel 1789', '5.35E+09', '+90', undefined],
	['rapidpro 241', '5345700755.0', '+90', undefined],
	['table2excel 112', '-9999999999', '+91', undefined],
	['table2excel 112', '=+91-9999999999', '+91', undefined],
	['opencart-excel-export 4', '910691880', '+421', '+421910691880'],
	['PyWhatKit 22', '60_123456789', '', undefined],
	// Marks that cannot be seen, digits of other scripts.
	['woocommerce 58000', '+1\ufe0d-305-555-0102', '', '+13055550102'],
	['hyper 86', '\u202d07976 123456\u202c', '+44', undefined],
	['contao 8434', '\u200e79021234567', '+7', '+79021234567'],
	['libphonenumber 954', '+९१ ९८७६५ ४३२१०', '', '+919876543210'],
	['libphonenumber-js 141', '+٤٤٢٣٢٣٢٣٤', '', undefined],
	// Mexico, Argentina, Brazil.
	['loqui 96', '5210123456789', '+52', undefined],
	['chatwoot 14277', '5215512345678', '+52', '+5215512345678'],
	['intl-tel-input 966', '5612345678', '+52', '+525612345678'],
	['phony 310', '54 (11) 1566771234', '+54', undefined],
	['phony 310', '549 (11) 66771234', '+54', '+5491166771234'],
	['global_phone 15', '+54 11 4791 1234', '', '+541147911234'],
	['wwebjs 596', '552161234567', '+55', '+552161234567'],
	['wwebjs 596', '5531991234567', '+55', '+5531991234567'],
	['AfterShip 169', '+5599981234567', '', '+5599981234567'],
	['phony 115', '+55 97123 4567', '', undefined],
	// Another country's trunk prefix, zones without numbers.
	['libphonenumber-js 221', '8 (965) 123-45-67', '+7', undefined],
	['libphonenumber-android 44', '+7 610 123 45 67', '', undefined],
])('%s: %s with "%s" rings %s', (_report, typed, code, number) => {
	expect(dialled(typed, code)).toBe(number);
});
