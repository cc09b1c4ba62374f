import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** `npm run countries` writes this file anew from libphonenumber's metadata. */
export const countriesFile = 'nodes/shared/calls/countries.ts';

/** A numbering plan of the metadata: general pattern, lengths, and the types, fixed line and mobile first. */
type Plan = { 2: string; 3: number[]; 11?: Array<[pattern: string, lengths?: number[]] | 0> };

interface Metadata {
	country_calling_codes: Record<string, string[]>;
	countries: Record<string, Plan>;
	nonGeographic: Record<string, Plan>;
}

const metadata = createRequire(import.meta.url)('libphonenumber-js/metadata.max.json') as Metadata;

const sorted = (lengths: number[]): number[] => [...new Set(lengths)].sort((a, b) => a - b);

/** How long the numbers are that ring at a person: fixed lines and mobiles. */
const personal = ({ 3: all, 11: types = [] }: Plan): number[] =>
	types.slice(0, 2).flatMap((type) => (type ? (type[1] ?? all) : []));

function entryOf(code: string, plans: Plan[]): string {
	const pattern = [...new Set(plans.map((plan) => plan[2]))].join('|');
	const lengths = sorted(plans.flatMap((plan) => plan[3])).join(' ');
	const local = sorted(plans.flatMap(personal)).join(' ');
	return `\t'${code}': [${JSON.stringify(pattern).replaceAll('"', "'")}, '${lengths}', '${local}'],`;
}

/** The text of the file. */
export function countriesSource(): string {
	const { country_calling_codes: codes, countries, nonGeographic } = metadata;
	const known = Object.entries(codes).map(([code, names]) =>
		entryOf(
			code,
			names.map((name) => countries[name]!),
		),
	);
	const others = Object.entries(nonGeographic).map(([code, plan]) => entryOf(code, [plan]));
	const entries = [...known, ...others].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
	return `/**
 * Made by \`npm run countries\` from libphonenumber's metadata: do not edit. By calling code: what a national
 * number looks like, how many digits it may have, and how many those of fixed lines and mobiles have.
 */
export const COUNTRIES: Record<string, [pattern: string, lengths: string, personal: string]> = {
${entries.join('\n')}
};
`;
}

if (resolve(process.argv[1] ?? '') === resolve('host/countries.mts')) {
	await writeFile(countriesFile, countriesSource());
	console.log(`${countriesFile} is written`);
}
