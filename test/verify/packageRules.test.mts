import { packageFindings } from '../../host/verify/packageRules.mts';
import { packageFolder } from './packageFolder.mts';

let published: ReturnType<typeof packageFolder>;
beforeEach(() => (published = packageFolder()));
afterEach(() => published.remove());

const told = async (change: object) => {
	published.edit(change);
	return await packageFindings(published.folder);
};

test("the package's own package.json keeps every rule", async () => {
	expect(await packageFindings(published.folder)).toEqual([]);
});

test.each([
	[{ dependencies: { lodash: '4' } }, 'dependencies must not be there'],
	[{ dependencies: {} }, 'dependencies must not be there'],
	[{ bundledDependencies: ['lodash'] }, 'bundledDependencies must not be there'],
	[{ peerDependencies: { 'n8n-workflow': '^2' } }, 'the only peer must be n8n-workflow, at "*"'],
	[
		{ peerDependencies: { 'n8n-workflow': '*', luxon: '*' } },
		'the only peer must be n8n-workflow, at "*"',
	],
	[{ scripts: { postinstall: 'true' } }, 'the script postinstall runs at install'],
	[{ scripts: { prepare: 'true' } }, 'the script prepare runs at install'],
	[{ license: 'ISC' }, 'the licence is not MIT'],
	[{ keywords: ['altur'] }, 'the keyword n8n-community-node-package is missing'],
	[{ author: { name: 'Ana' } }, 'the author has no e-mail'],
	[{ repository: undefined }, 'the repository is not of type git'],
	[{ n8n: {} }, 'n8n.strict is off'],
	[{ name: 'altur-nodes' }, 'the name does not start with n8n-nodes-'],
])('%j is told', async (change, words) => {
	expect(await told(change)).toContain(`package.json: ${words}`);
});

test('a version that the changelog does not name is told, unless it has an Unreleased part', async () => {
	const findings = ['CHANGELOG.md: neither 9.8.7 nor Unreleased has an entry'];
	published.write('CHANGELOG.md', '# Changelog\n\n## [9.8.70] - 2030-01-01\n');
	expect(await told({ version: '9.8.7' })).toEqual(findings);
	published.write('CHANGELOG.md', '# Changelog\n\n## [9.8.7](https://example.com) (2030-01-01)\n');
	expect(await told({})).toEqual([]);
	published.write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n');
	expect(await told({})).toEqual([]);
});
