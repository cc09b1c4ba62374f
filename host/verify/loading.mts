import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../command.mts';
import type { PackageJson } from '../pack.mts';
import { places } from '../places.mts';
import { readJson } from '../readJson.mts';

/** What the loader below prints of each class. */
interface Loaded {
	file: string;
	name?: string;
	icons: string[];
	credentials: string[];
	failed?: string;
}

/** Loads as n8n does: the class named like its file, without arguments. */
const loader = `
const { basename, dirname, join, resolve } = require('node:path');
const iconsOf = (icon) => (typeof icon === 'object' ? [icon.light, icon.dark] : [icon]);
const loaded = process.argv.slice(1).map((file) => {
	try {
		const module = require(resolve(file));
		const one = new module[basename(file).split('.')[0]]();
		const told = one.description ?? one;
		const icons = iconsOf(told.icon).map((icon) => join(dirname(file), String(icon).replace('file:', '')));
		const credentials = (told.credentials ?? []).map(({ name }) => name);
		return { file, name: told.name, icons, credentials };
	} catch (error) {
		return { file, icons: [], credentials: [], failed: error.message.split('\\n')[0] };
	}
});
console.log(JSON.stringify(loaded));`;

/** Says what does not load, or lacks icon, codex file or credential, where only n8n-workflow is installed. */
export async function loadingFindings(folder: string): Promise<string[]> {
	const { name, n8n } = await readJson<PackageJson>(folder, 'package.json');
	const listed = [...n8n.nodes, ...n8n.credentials];
	const missing = listed.filter((file) => !existsSync(join(folder, file)));
	if (missing.length > 0) return missing.map((file) => `${file} is listed, but missing`);
	const loaded = await alone(folder, name, async (installed) => {
		const printed = await run(process.execPath, ['-e', loader, ...listed], installed);
		return JSON.parse(printed) as Loaded[];
	});
	const credentials = loaded
		.filter(({ file }) => n8n.credentials.includes(file))
		.map((credential) => credential.name);
	return loaded.flatMap((one) => [
		...(one.failed ? [`${one.file} does not load: ${one.failed}`] : []),
		...(!one.failed && !one.name ? [`${one.file} has no name`] : []),
		...one.icons
			.filter((icon) => !existsSync(join(folder, icon)))
			.map((icon) => `${one.file} has no icon ${icon}`),
		...one.credentials
			.filter((credential) => !credentials.includes(credential))
			.map((credential) => `${one.file} needs ${credential}, which is not in the package`),
		...(n8n.nodes.includes(one.file) && !existsSync(join(folder, codexOf(one.file)))
			? [`${one.file} has no codex file`]
			: []),
	]);
}

const codexOf = (file: string) => file.replace(/\.js$/, '.json');

/** Installs the package in an empty folder beside n8n-workflow and nothing else. */
async function alone<T>(folder: string, name: string, use: (installed: string) => Promise<T>) {
	const scratch = await mkdtemp(join(tmpdir(), 'alone-'));
	try {
		const modules = join(scratch, 'node_modules');
		await mkdir(modules);
		const workflow = await realpath(join(places.root, 'node_modules', 'n8n-workflow'));
		await symlink(workflow, join(modules, 'n8n-workflow'));
		await cp(folder, join(modules, name), { recursive: true });
		return await use(join(modules, name));
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}
