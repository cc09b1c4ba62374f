import { readFileSync } from 'node:fs';
import examples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/metadata.max.json';
import {
	isValidPhoneNumber,
	getExampleNumber,
	parsePhoneNumber,
	validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { CountryCode, NationalNumber } from 'libphonenumber-js/max';
import { format, resolveConfig } from 'prettier';
import { countriesFile, countriesSource } from '../../../host/countries.mts';
import { lineOf } from '../../../nodes/shared/calls/line.ts';
import { e164 } from '../../../nodes/shared/calls/phoneNumber.ts';

test('the table is the one that the script makes of the metadata', async () => {
	const config = await resolveConfig(countriesFile);
	const source = await format(countriesSource(), { ...config, filepath: countriesFile });
	expect(readFileSync(countriesFile, 'utf8')).toBe(source);
});

interface Sample {
	country: CountryCode;
	code: string;
	national: string;
}

const countries = Object.keys(metadata.countries) as CountryCode[];

/** Numbers that a pattern of the metadata matches, told by trial: each digit of a valid one changed and moved. */
function neighbours({ code, national }: Sample): string[] {
	const digits = [...national].map((_digit, at) =>
		['0', '5', '9'].map((digit) => national.slice(0, at) + digit + national.slice(at + 1)),
	);
	return digits.flat().map((one) => `+${code}${one}`);
}

/** An example of each country, and of each length that its mobiles and fixed lines have. */
const samples: Sample[] = countries.flatMap((country) => {
	const example = getExampleNumber(country, examples as Record<CountryCode, NationalNumber>);
	if (!example) return [];
	const { countryCallingCode: code, nationalNumber: national } = example;
	return [{ country, code, national }];
});

/** What the node would dial, or nothing. */
function dialled(typed: string, code?: string): string | undefined {
	try {
		return e164(typed, code);
	} catch {
		return undefined;
	}
}

/** The one digit that may be too many: what is compared then is the line. */
const isWellSized = (number: string): boolean =>
	[number, lineOf(number)].some((one) => validatePhoneNumberLength(one) === undefined);

const counts = { dialled: 0, refused: 0, valid: 0 };
afterAll(() => console.info(`Compared with libphonenumber: ${JSON.stringify(counts)}`));

/** Compares one spelling: nothing of a wrong length is dialled, and nothing valid is refused. */
function compare(typed: string, code?: string): string | undefined {
	const number = dialled(typed, code);
	counts[number === undefined ? 'refused' : 'dialled']++;
	if (number !== undefined && !isWellSized(number))
		return `${typed} (${code}) was dialled: ${number}`;
	return undefined;
}

test('there is an example of nearly every country', () => {
	expect(samples.length).toBeGreaterThan(230);
});

test.each(samples)('$country: its numbers and their misspellings', (sample) => {
	const { code, national, country } = sample;
	const full = `+${code}${national}`;
	const wrong: Array<string | undefined> = [];
	for (const number of [full, ...neighbours(sample)]) {
		wrong.push(compare(number));
		// It takes a trunk zero away, which the node refuses: some countries' zeros belong to the number.
		if (isValidPhoneNumber(number) && parsePhoneNumber(number).number === number) {
			counts.valid++;
			expect([number, dialled(number)]).toEqual([number, number]);
			expect(dialled(number.replace('+', '00'))).toBe(number);
		}
	}
	expect(dialled(`\u2066${full.slice(0, 4)}\u00a0${full.slice(4)}\u2069`)).toBe(full);
	for (const spelling of [
		national,
		code + national,
		full.slice(0, -1),
		`${full}1`,
		national.slice(0, -1),
		`${national}1`,
		`${code}${national.slice(0, -1)}`,
	]) {
		wrong.push(compare(spelling, `+${code}`));
		// Whatever is completed is completed into a number of this code.
		const number = dialled(spelling, `+${code}`);
		if (number !== undefined) expect(number.startsWith(`+${code}`)).toBe(true);
	}
	for (const extended of [`${full} (12)`, `${full} - 1`, `${full} – 12`, `${national} - 1`]) {
		expect([extended, dialled(extended, `+${code}`)]).toEqual([extended, undefined]);
	}
	expect(wrong.filter(Boolean)).toEqual([]);
	// libphonenumber reads a national number as the same one, where the node completes it.
	const completed = dialled(national, `+${code}`);
	if (completed) expect(completed).toBe(parsePhoneNumber(national, country).number);
	expect(completed ?? full).toBe(full);
});
