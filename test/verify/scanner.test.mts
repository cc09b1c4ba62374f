import { run } from '../../host/command.mts';
import { packageFolder } from './packageFolder.mts';

let published: ReturnType<typeof packageFolder>;
beforeEach(() => (published = packageFolder()));
afterEach(() => published.remove());

jest.setTimeout(60_000);

/** The scanner is made of ES modules, which a process of its own loads as they are. */
const scan = async (as: string) => {
	const code = `import('./host/verify/scanner.mts').then(async ({ scannerFindings }) =>
		console.log(JSON.stringify(await scannerFindings(...process.argv.slice(1)))))`;
	return JSON.parse(await run(process.execPath, ['-e', code, published.folder, as])) as string[];
};

test("n8n's scanner finds a forbidden import and a key in the log of a packed package", async () => {
	published.addNode("const fs = require('fs'); console.log(process.env.KEY);");
	const [findings] = await scan('tarball');
	expect(findings).toMatch(/fs/);
	expect(findings).toMatch(/no-console/);
});

test("n8n's scanner finds a forbidden import in the sources, whatever a comment says", async () => {
	published.write(
		'nodes/The/The.node.ts',
		"/* eslint-disable */\nimport { readFileSync } from 'fs';\nexport const all = readFileSync('/x');\n",
	);
	expect((await scan('sources'))[0]).toMatch(/no-restricted-imports/);
});

test('the same package without them passes', async () => {
	expect(await scan('tarball')).toEqual([]);
});
