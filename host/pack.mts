import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from './command.mts';
import { places } from './places.mts';
import { readJson } from './readJson.mts';

/** The package's name, as in package.json. */
export async function packageName(): Promise<string> {
	return (await packageJson()).name;
}

/** package.json, as far as the host reads it. */
export async function packageJson(): Promise<PackageJson> {
	return await readJson(places.root, 'package.json');
}

export interface PackageJson {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
}

export interface Unpacked {
	/** Where the package's own files stand; outside of the checkout, so that nothing of it is found from there. */
	folder: string;
	/** Of the tarball, in bytes. */
	size: number;
}

/** Packs what npm would publish, unpacks it and hands it over; it is removed afterwards. */
export async function withUnpacked<T>(use: (unpacked: Unpacked) => Promise<T>): Promise<T> {
	const scratch = await mkdtemp(join(tmpdir(), 'packed-'));
	try {
		const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
		const [{ filename, size }] = JSON.parse(await run('npm', packing)) as [
			{ filename: string; size: number },
		];
		await run('tar', ['-xzf', filename], scratch);
		return await use({ folder: join(scratch, 'package'), size });
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

/** Packs what npm would publish and puts it where n8n keeps a user's community packages. */
export async function installPackage(userFolder: string): Promise<string> {
	const installed = join(userFolder, '.n8n', 'nodes', 'node_modules', await packageName());
	await withUnpacked(async ({ folder }) => {
		await rm(installed, { recursive: true, force: true });
		await mkdir(installed, { recursive: true });
		await cp(folder, installed, { recursive: true });
	});
	return installed;
}
