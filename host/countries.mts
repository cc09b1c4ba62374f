import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { beginningsOf, canBegin } from './beginnings.mts';

/** `npm run countries` writes this file anew from libphonenumber's metadata. */
export const countriesFile = 'nodes/shared/calls/countries.ts';

/** A numbering plan of the metadata: all lengths, and a pattern of each type, fixed line and mobile first. */
type Plan = { 3: number[]; 11?: Array<[pattern: string, lengths?: number[]] | 0> };

interface Metadata {
	country_calling_codes: Record<string, string[]>;
	countries: Record<string, Plan>;
	nonGeographic: Record<string, Plan>;
}

const metadata = createRequire(import.meta.url)('libphonenumber-js/metadata.max.json') as Metadata;

/** One kind of numbers of a country; `rings` at a person: fixed lines and mobiles. */
interface Kind {
	pattern: string;
	lengths: number[];
	rings: boolean;
	isMobile: boolean;
}

const kindsOf = ({ 3: all, 11: types = [] }: Plan): Kind[] =>
	types.flatMap((type, at) =>
		type ? [{ pattern: type[0], lengths: type[1] ?? all, rings: at < 2, isMobile: at === 1 }] : [],
	);

/** True where people's numbers may have so many digits. */
const rings = (kinds: Kind[], length: number): boolean =>
	kinds.some((kind) => kind.rings && kind.lengths.includes(length));

/** True where the country's mobiles may begin with the digits of its own code: 55 9… in Brazil. */
const beginLike = (code: string, kinds: Kind[]): boolean =>
	kinds
		.filter(({ isMobile }) => isMobile)
		.some(({ pattern, lengths }) => lengths.some((length) => canBegin(pattern, length, code)));

/**
 * How many digits of a beginning count: two, and up to four where people's numbers may have one digit more, which
 * this one may have lost. In countries of very many lengths further digits tell little of people's numbers.
 */
const depthsOf = (
	kinds: Kind[],
	lengths: number[],
	length: number,
): [least: number, most: number] =>
	rings(kinds, length + 1) && (lengths.length < 5 || !rings(kinds, length)) ? [2, 4] : [2, 2];

function entryOf(code: string, plans: Plan[]): string {
	const kinds = plans.flatMap(kindsOf);
	const lengths = [...new Set(kinds.flatMap((kind) => kind.lengths))].sort((a, b) => a - b);
	const alike = new Map<string, number[]>();
	for (const length of lengths) {
		const patterns = kinds
			.filter((kind) => kind.lengths.includes(length))
			.map(({ pattern }) => pattern);
		const begins = beginningsOf(patterns, length, depthsOf(kinds, lengths, length));
		const key = (rings(kinds, length) ? ':' : '-') + begins;
		alike.set(key, [...(alike.get(key) ?? []), length]);
	}
	const like = beginLike(code, kinds) ? '=' : '';
	const entry = [...alike].map(([begins, those]) => those.join() + begins).join(' ');
	return `${code} ${like}${entry}`;
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
 * Made by \`npm run countries\` from libphonenumber's metadata: do not edit. A line a calling code: how many
 * digits a national number has, and what it then begins with. \`:\` behind the digits of people's numbers, fixed
 * lines and mobiles; \`-\` behind others. \`=\` first where mobiles may begin with the digits of the code itself.
 */
export const COUNTRIES = \`
${entries.join('\n')}
\`;
`;
}

if (resolve(process.argv[1] ?? '') === resolve('host/countries.mts')) {
	await writeFile(countriesFile, countriesSource());
	console.log(`${countriesFile} is written`);
}
