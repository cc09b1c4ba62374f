import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from './command.mts';
import { places } from './places.mts';

const sources = ['credentials', 'icons', 'nodes'];
const settings = ['package.json', 'tsconfig.json', 'gulpfile.js'];
const stamp = join(places.work, 'built');

/** Builds `dist` unless it was built from exactly these sources. */
export async function ensureBuilt(): Promise<void> {
	const wanted = await sourceFingerprint();
	if (existsSync('dist') && (await lastBuilt()) === wanted) return;
	await rm('dist', { recursive: true, force: true });
	await run('npm', ['run', '--silent', 'build']);
	await mkdir(places.work, { recursive: true });
	await writeFile(stamp, wanted);
}

async function lastBuilt(): Promise<string | undefined> {
	return existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined;
}

async function sourceFingerprint(): Promise<string> {
	const hash = createHash('sha256');
	for (const path of [...settings, ...(await sourceFiles())]) {
		const { mtimeMs, size } = await stat(path);
		hash.update(`${path} ${mtimeMs} ${size}\n`);
	}
	return hash.digest('hex');
}

async function sourceFiles(): Promise<string[]> {
	const found: string[] = [];
	for (const folder of sources.filter((name) => existsSync(name))) {
		for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
			if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
		}
	}
	return found.sort();
}
