import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse, stringify } from 'yaml';

import { run } from '../command.mts';
import { places } from '../places.mts';
import { readJson } from '../readJson.mts';
import { folderOf } from './installation.mts';
import type { Version } from './versions.mts';

/** Installs an n8n with the Node.js that it needs, unless it is there. Takes two minutes and 2 GB. */
export async function installVersion(version: Version): Promise<void> {
	const { n8n, node } = version;
	const folder = folderOf(n8n);
	const done = join(folder, '.installed');
	if (existsSync(done)) return;
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const needs = { name: `n8n-${n8n}`, private: true, dependencies: { n8n, node } };
	await writeFile(join(folder, 'package.json'), JSON.stringify(needs));
	await writeFile(join(folder, 'pnpm-workspace.yaml'), await settingsFor(version));
	const { packageManager } = await readJson<{ packageManager: string }>(
		places.root,
		'package.json',
	);
	await run('npx', ['--yes', packageManager, 'install'], folder);
	await writeFile(done, '');
}

/** The checkout's own, but for the dependencies that this version needs otherwise. */
async function settingsFor({ overrides }: Version): Promise<string> {
	const text = await readFile(join(places.root, 'pnpm-workspace.yaml'), 'utf8');
	const own = parse(text) as { overrides: object };
	return stringify({ ...own, packages: ['.'], overrides: overrides ?? own.overrides });
}
