import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { places } from './places.mts';
import { readJson } from './readJson.mts';

const inside = '.n8n';

/** Gives a new user folder the empty database of an earlier start: migrations take a while. */
export async function prepareUserFolder(userFolder: string, n8n = places.n8n): Promise<void> {
	const target = join(userFolder, inside);
	await mkdir(target, { recursive: true });
	if (existsSync(join(target, 'database.sqlite'))) return;
	const template = await templateFolder(n8n);
	if (existsSync(template)) await cp(template, target, { recursive: true });
}

/** Keeps a just migrated, still empty database for later starts. */
export async function keepAsTemplate(userFolder: string, n8n = places.n8n): Promise<void> {
	const template = await templateFolder(n8n);
	if (existsSync(template)) return;
	const draft = `${template}-${process.pid}`;
	await mkdir(draft, { recursive: true });
	const source = join(userFolder, inside);
	const database = new DatabaseSync(join(source, 'database.sqlite'));
	database.prepare('VACUUM INTO ?').run(join(draft, 'database.sqlite'));
	database.close();
	await cp(join(source, 'config'), join(draft, 'config'));
	await rename(draft, template).catch(async () => await rm(draft, { recursive: true }));
}

/** Whether this user folder was never used by n8n. */
export function isNew(userFolder: string): boolean {
	return !existsSync(join(userFolder, inside, 'database.sqlite'));
}

async function templateFolder(n8n: string): Promise<string> {
	const { version } = await readJson<{ version: string }>(n8n, 'package.json');
	return join(places.work, `n8n-${version}-template`);
}
