import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A package that keeps all rules, but for what a test changes. */
export function packageFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'verify-'));
	const write = (file: string, text: string) => {
		mkdirSync(join(folder, dirname(file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	};
	for (const file of ['package.json', 'CHANGELOG.md', 'LICENSE', 'README.md'])
		cpSync(file, join(folder, file));
	const edit = (change: object) => {
		const written = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object;
		write('package.json', JSON.stringify({ ...written, ...change }));
	};
	/** One node with its credential and icon, compiled. */
	const addNode = (line = '', credentials = 'theApi') => {
		const n8n = {
			nodes: ['dist/nodes/The/The.node.js'],
			credentials: ['dist/credentials/TheApi.credentials.js'],
			strict: true,
		};
		edit({ n8n });
		write('dist/icons/the.svg', '<svg/>');
		write('dist/nodes/The/The.node.json', '{}');
		write(
			'dist/credentials/TheApi.credentials.js',
			`exports.TheApi = class { name = 'theApi'; icon = 'file:../icons/the.svg'; };`,
		);
		write(
			'dist/nodes/The/The.node.js',
			`${line}\nexports.The = class { description = { name: 'the', icon: 'file:../../icons/the.svg', credentials: [{ name: '${credentials}' }] }; };`,
		);
	};
	return { folder, write, edit, addNode, remove: () => rmSync(folder, { recursive: true }) };
}
