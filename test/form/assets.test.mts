import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Icon, INodeType } from 'n8n-workflow';
import { credentialTypes, nodes } from './nodes.mts';
import { vendors } from '../vendors.mts';
import { packageName } from './outside.mts';

const jsonOf = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

const listed = jsonOf('package.json') as {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
};

/** The files of an icon for both of n8n's themes, seen from where its class stands. */
const iconFiles = (icon: Icon | undefined, folder: string): string[] => {
	if (typeof icon !== 'object') return [];
	return [icon.light, icon.dark].map((one) => join(folder, one.replace('file:', '')));
};

const icons = (root: string): string[] => [
	...nodes.flatMap(({ file, type }) =>
		iconFiles(type.description.icon as Icon, join(root, 'nodes', file, '..')),
	),
	...credentialTypes.flatMap(({ type }) => iconFiles(type.icon, join(root, 'credentials'))),
];

test('the package lists exactly these nodes and credentials', () => {
	expect(listed.name).toBe(packageName);
	expect(listed.n8n.nodes.toSorted()).toEqual(
		nodes.map(({ file }) => `dist/nodes/${file}.node.js`).sort(),
	);
	expect(listed.n8n.credentials.toSorted()).toEqual(
		credentialTypes.map(({ file }) => `dist/credentials/${file}.credentials.js`).sort(),
	);
});

test('every node and credential has an icon for light and for dark, and each is an image', () => {
	const files = icons('.');
	expect(files).toHaveLength(2 * (nodes.length + credentialTypes.length));
	expect(new Set(files).size).toBe(2 * credentialTypes.length);
	for (const file of new Set(files)) {
		expect([file, readFileSync(file, 'utf8').trim()]).toEqual([
			file,
			expect.stringMatching(/^<svg[^>]*\bviewBox=[\s\S]*<\/svg>$/),
		]);
	}
});

test.each(nodes)('the codex file of $file names its node', ({ file, type }) => {
	const codex = jsonOf(`nodes/${file}.node.json`);
	expect(codex).toMatchObject({
		node: `${packageName}.${type.description.name}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
	});
	// The editor's search leaves out whatever has the category "AI" and is no part of an AI agent.
	expect(codex.categories).toEqual(['Communication']);
	expect(codex.alias).toEqual([...new Set(codex.alias as string[])]);
});

test.each(vendors.map(({ action, searched }) => [action.file, searched] as const))(
	'%s is found by what people call it, with and without accents',
	(file, words) => {
		const alias = jsonOf(`nodes/${file}.node.json`).alias as string[];
		expect(words.filter((word) => !alias.includes(word))).toEqual([]);
		// The editor's search does not take a plain letter for an accented one.
		const plain = alias.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
		expect(plain.filter((word) => !alias.includes(word))).toEqual([]);
	},
);

test.each(nodes)('$file is named as n8n names nodes', ({ file, type: { description } }) => {
	const [, name = ''] = file.split('/');
	expect(description.defaults).toEqual({ name: description.displayName });
	expect(description.displayName.replaceAll(' ', '')).toBe(name);
	expect(description.subtitle).toMatch(/^=\{\{ .* \}\}$/);
});

test.each(credentialTypes)('$file is named as n8n names credentials', ({ file, type }) => {
	expect(type.displayName).toMatch(/^[A-Za-z ]+ API$/);
	expect(file.toLowerCase()).toBe(type.name.toLowerCase());
	expect(type.documentationUrl).toMatch(/^https:\/\//);
});

/** When the newest file of a folder was written. */
const newest = (folder: string): number =>
	Math.max(
		...readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
	);

/** What was built from these very sources: `npm test` builds first, a developer may not have. */
const built = (): typeof nodes => {
	const files = nodes.map(({ file }) => `dist/nodes/${file}.node.json`);
	if (!files.every((file) => existsSync(file))) return [];
	const sources = Math.max(newest('nodes'), newest('credentials'));
	return newest('dist') > sources ? nodes : [];
};

test('what was built says the same, and has its icons beside it', async () => {
	for (const { file, type } of built()) {
		const [, name = ''] = file.split('/');
		const path = join(process.cwd(), 'dist', 'nodes', `${file}.node.js`);
		const module = (await import(path)) as Record<string, new () => INodeType>;
		const { description, methods = {} } = new module[name]!();
		expect(JSON.parse(JSON.stringify(description))).toEqual(
			JSON.parse(JSON.stringify(type.description)),
		);
		expect(Object.keys(methods)).toEqual(Object.keys(type.methods ?? {}));
		expect(jsonOf(`dist/nodes/${file}.node.json`)).toEqual(jsonOf(`nodes/${file}.node.json`));
		for (const icon of icons('dist')) expect([icon, existsSync(icon)]).toEqual([icon, true]);
	}
});
