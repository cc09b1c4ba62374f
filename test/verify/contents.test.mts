import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { contentFindings } from '../../host/verify/contents.mts';
import { commentFindings } from '../../host/verify/disableComments.mts';
import { packageFolder } from './packageFolder.mts';

let published: ReturnType<typeof packageFolder>;
beforeEach(() => {
	published = packageFolder();
	published.addNode();
});
afterEach(() => published.remove());

test('nodes, credentials, icons and the papers are all that a package may hold', async () => {
	expect(await contentFindings(published.folder)).toEqual([]);
});

test.each([
	'dist/nodes/The/The.node.js.map',
	'dist/nodes/The/The.node.ts',
	'dist/nodes/The/the.test.js',
	'dist/test/support/rows.js',
	'dist/tsconfig.tsbuildinfo',
	'dist/icons/the.png',
	'nodes/The/The.node.ts',
	'.npmrc',
])('%s is told as too much', async (file) => {
	published.write(file, '');
	expect(await contentFindings(published.folder)).toEqual([
		`${file} does not belong in the package`,
	]);
});

test('a missing licence is told', async () => {
	rmSync(join(published.folder, 'LICENSE'));
	expect(await contentFindings(published.folder)).toEqual(['LICENSE is missing']);
});

test.each(['eslint-disable-next-line', 'eslint-enable', '@ts-ignore', '@ts-expect-error'])(
	'a comment with %s in a published source is told with its line',
	async (words) => {
		published.write('nodes/The/The.node.ts', `const a = 1;\n// ${words}\nconst b = 2;`);
		expect(await commentFindings(published.folder, ['nodes'])).toEqual([
			expect.stringMatching(/^nodes\/The\/The\.node\.ts:2 has (eslint-|@ts-)/),
		]);
	},
);
