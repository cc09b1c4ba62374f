import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from './command.mts';
import { places } from './places.mts';

/** The package's name, as in package.json. */
export async function packageName(): Promise<string> {
	return (await packageJson()).name;
}

/** package.json, as far as the host reads it. */
export async function packageJson(): Promise<PackageJson> {
	return JSON.parse(await readFile(join(places.root, 'package.json'), 'utf8')) as PackageJson;
}

export interface PackageJson {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
}

/** Packs what npm would publish and puts it where n8n keeps a user's community packages. */
export async function installPackage(userFolder: string): Promise<string> {
	const installed = join(userFolder, '.n8n', 'nodes', 'node_modules', await packageName());
	await mkdir(places.work, { recursive: true });
	const scratch = await mkdtemp(join(places.work, 'pack-'));
	try {
		await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch]);
		await run('sh', ['-c', 'tar -xzf *.tgz'], scratch);
		await rm(installed, { recursive: true, force: true });
		await cp(join(scratch, 'package'), installed, { recursive: true });
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
	return installed;
}
