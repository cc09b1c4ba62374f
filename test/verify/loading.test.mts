import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { loadingFindings } from '../../host/verify/loading.mts';
import { packageFolder } from './packageFolder.mts';

let published: ReturnType<typeof packageFolder>;
beforeEach(() => {
	published = packageFolder();
	published.addNode();
});
afterEach(() => published.remove());

const node = 'dist/nodes/The/The.node.js';
const told = async () => await loadingFindings(published.folder);

test('a node that needs n8n-workflow alone loads', async () => {
	published.addNode("require('n8n-workflow');");
	expect(await told()).toEqual([]);
});

test('a node that needs what only a checkout has does not load', async () => {
	published.addNode("require('yaml');");
	expect(await told()).toEqual([`${node} does not load: Cannot find module 'yaml'`]);
});

test('a class that cannot be made is told', async () => {
	published.write(node, 'exports.The = class { constructor() { throw new Error("no"); } };');
	expect(await told()).toEqual([`${node} does not load: no`]);
});

test.each([
	['dist/icons/the.svg', `${node} has no icon dist/icons/the.svg`],
	['dist/nodes/The/The.node.json', `${node} has no codex file`],
	[node, `${node} is listed, but missing`],
])('a missing %s is told', async (file, words) => {
	rmSync(join(published.folder, file));
	expect(await told()).toContain(words);
});

test('a credential that is not in the package is told', async () => {
	published.addNode('', 'otherApi');
	expect(await told()).toEqual([`${node} needs otherApi, which is not in the package`]);
});
