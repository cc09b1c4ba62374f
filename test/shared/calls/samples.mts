import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/metadata.max.json';
import {
	getExampleNumber,
	isValidPhoneNumber,
	parsePhoneNumber,
	validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { CountryCode, NationalNumber } from 'libphonenumber-js/max';
import { lineOf } from '../../../nodes/shared/calls/line.ts';
import { e164 } from '../../../nodes/shared/calls/phoneNumber.ts';

export interface Sample {
	country: CountryCode;
	code: string;
	national: string;
}

type Kind = [pattern: string, lengths?: number[]] | 0;

const countries = Object.keys(metadata.countries) as CountryCode[];

/** libphonenumber takes trunk zeros away, which the node refuses: some countries' zeros belong to the number. */
export const isValid = (number: string): boolean =>
	isValidPhoneNumber(number) && parsePhoneNumber(number).number === number;

/** The one digit that may be too many: what is compared then is the line. */
export const isWellSized = (number: string): boolean =>
	[number, lineOf(number)].some((one) => validatePhoneNumberLength(one) === undefined);

/** Valid fixed lines and mobiles of a country, made up from the patterns of the metadata; the same in each run. */
function madeUp(country: CountryCode, code: string): string[] {
	const plan = metadata.countries[country] as unknown as { 11?: Kind[] };
	const found = (plan[11] ?? []).slice(0, 2).flatMap((kind) => {
		if (!kind || kind[0] === '') return [];
		const numbers = fc.stringMatching(new RegExp(`^(?:${kind[0]})$`));
		return fc.sample(numbers, { numRuns: 40, seed: 7 });
	});
	const valid = found.filter((national) => isValid(`+${code}${national}`));
	const byLength = Map.groupBy(valid, ({ length }) => length);
	return [...byLength.values()].flatMap((numbers) => numbers.slice(0, 2)).slice(0, 8);
}

/** Numbers of each country: the example that the library has, and fixed lines and mobiles of every length. */
export const samples: Sample[] = countries.flatMap((country) => {
	const example = getExampleNumber(country, examples as Record<CountryCode, NationalNumber>);
	if (!example) return [];
	const { countryCallingCode: code, nationalNumber } = example;
	const numbers = new Set<string>([nationalNumber, ...madeUp(country, code)]);
	return [...numbers].map((national) => ({ country, code, national }));
});

/** What the node would dial, or nothing. */
export function dialled(typed: string, code?: string): string | undefined {
	try {
		return e164(typed, code);
	} catch {
		return undefined;
	}
}

/** Counts by name, shown at a test file's end; past jest's own silence. */
export function tally(title: string): (name: string) => void {
	const counts: Record<string, number> = {};
	afterAll(() => process.stderr.write(`${title}: ${JSON.stringify(counts)}\n`));
	return (name) => (counts[name] = (counts[name] ?? 0) + 1);
}
