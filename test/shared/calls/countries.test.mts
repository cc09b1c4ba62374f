import { readFileSync } from 'node:fs';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import { format, resolveConfig } from 'prettier';
import { countriesFile, countriesSource } from '../../../host/countries.mts';
import { dialled, isValid, isWellSized, samples, tally, type Sample } from './samples.mts';

test('the table is the one that the script makes of the metadata', async () => {
	const config = await resolveConfig(countriesFile);
	const source = await format(countriesSource(), { ...config, filepath: countriesFile });
	expect(readFileSync(countriesFile, 'utf8')).toBe(source);
});

const count = tally('Compared with libphonenumber');

/** The number as it is, each digit of it left out, changed, and followed by one too many. */
function variants(national: string): string[] {
	const changed = [...national].flatMap((digit, at) => {
		const [before, after] = [national.slice(0, at), national.slice(at + 1)];
		return [
			before + after,
			...['0', '4', '9'].flatMap((one) => [before + one + after, before + one + digit + after]),
		];
	});
	return [...new Set([...changed, `${national}1`, `${national}7`])];
}

/** How people write digits with a country code, and what fills a default in. */
const spellings: Array<(digits: string, code: string) => { typed: string; byDefault?: string }> = [
	(digits, code) => ({ typed: `+${code}${digits}` }),
	(digits, code) => ({ typed: `00${code} ${digits}` }),
	(digits, code) => ({
		typed: `+${code} (${digits.slice(0, 2)}) ${digits.slice(2, 5)}-${digits.slice(5)}`,
	}),
	(digits, code) => ({ typed: digits, byDefault: `+${code}` }),
	(digits, code) => ({ typed: `${code}${digits}`, byDefault: `+${code}` }),
	(digits, code) => ({ typed: `${digits.slice(0, 3)} ${digits.slice(3)}`, byDefault: code }),
];

/** What is wrong with what the node makes of a text, judged by libphonenumber. */
function fault(typed: string, code: string, byDefault?: string): string | undefined {
	const number = dialled(typed, byDefault);
	count(number === undefined ? 'refused' : 'dialled');
	if (number === undefined) return undefined;
	const digits = typed.replace(/\D/g, '').replace(/^00/, '');
	const readings = byDefault === undefined ? [`+${digits}`] : [`+${digits}`, `+${code}${digits}`];
	if (!isValid(number)) count('dialled though no carrier has it, by its further digits');
	if (!isWellSized(number)) return `${typed} (${byDefault}): ${number} has a wrong length`;
	const hasCode = typed.startsWith('00') || number.startsWith(`+${code}`);
	if (!readings.includes(number) || !hasCode)
		return `${typed} (${byDefault}): ${number} is another number`;
	if (
		readings.length === 2 &&
		number !== `+${digits}` &&
		digits.startsWith(code) &&
		/^\d+$/.test(typed)
	)
		count('begins like its country code, and is national');
	const isBoth = byDefault !== undefined && digits.startsWith(code) && readings.every(isValid);
	if (isBoth) return `${typed} (${byDefault}): ${number}, but both ${readings.join()} exist`;
	return undefined;
}

test('there are numbers of nearly every country', () => {
	expect(new Set(samples.map(({ country }) => country)).size).toBeGreaterThan(230);
	expect(samples.length).toBeGreaterThan(900);
});

const byCountry = Map.groupBy(samples, ({ country }) => country);

test.each([...byCountry])('%s: its numbers, and what they become by one digit', (_country, its) => {
	const faults = its.flatMap(({ code, national }) =>
		[national, ...variants(national)].flatMap((digits) =>
			spellings.map((spelling) => {
				const { typed, byDefault } = spelling(digits, code);
				return fault(typed, code, byDefault);
			}),
		),
	);
	expect(faults.filter(Boolean)).toEqual([]);
});

test.each([...byCountry])('%s: nothing valid is refused in international form', (_country, its) => {
	const refused = its.flatMap(({ code, national }) =>
		[national, ...variants(national)]
			.map((digits) => `+${code}${digits}`)
			// Shorter ones are services, but on small islands.
			.filter((number) => isValid(number) && (number.length > 8 || code.length > 2))
			.filter((number) => {
				count('valid');
				const forms = [
					number,
					number.replace('+', '00'),
					parsePhoneNumber(number).formatInternational(),
				];
				return forms.some((form) => dialled(form) !== number);
			}),
	);
	expect(refused).toEqual([]);
});

test.each([...byCountry])('%s: what is completed is what libphonenumber reads', (_country, its) => {
	const wrong = its.filter(({ code, national }: Sample) => {
		const completed = dialled(national, `+${code}`);
		count(completed === undefined ? 'national refused' : 'national completed');
		return completed !== undefined && completed !== `+${code}${national}`;
	});
	expect(wrong).toEqual([]);
});
