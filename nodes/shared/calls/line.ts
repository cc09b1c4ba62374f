/**
 * Spellings of one line, and the one they are compared by. In code, not from the metadata that is renewed: what
 * Call Once Per has stored depends on it.
 */
const SPELLINGS: Array<[pattern: RegExp, line: string]> = [
	// Mexico dropped the 1 of mobiles in 2019, and lists still have it.
	[/^\+521(\d{10})$/, '+52$1'],
	// Argentina's 9 says that a mobile is called from abroad.
	[/^\+549(\d{10})$/, '+54$1'],
	// Brazil's mobiles got a 9 in front of their eight digits, which begin with 6 to 9.
	[/^\+55(\d{2})([6-9]\d{7})$/, '+55$19$2'],
];

/** The same for all spellings of one line, from a number in E.164 form: `+5215512345678` → `+525512345678`. */
export function lineOf(phoneNumber: string): string {
	const found = SPELLINGS.find(([pattern]) => pattern.test(phoneNumber));
	return found ? phoneNumber.replace(found[0], found[1]) : phoneNumber;
}
