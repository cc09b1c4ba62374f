import { writeFile } from 'node:fs/promises';

import { ConventionalChangelog } from 'conventional-changelog';

/** Writes CHANGELOG.md from the commits: what users of the package notice, and nothing else. */
const sections = [
	{ type: 'feat', section: 'Added' },
	{ type: 'fix', section: 'Fixed' },
	{ type: 'perf', section: 'Faster' },
];
/** Parts of this repository that are not in the package. */
const unseen = [
	'bench',
	'ci',
	'compat',
	'docs',
	'editor',
	'host',
	'n8n',
	'sandbox',
	'test',
	'verify',
];

const preamble = `# Changelog

Written from the commits by \`npm run changelog\`. Versions follow [Semantic Versioning](https://semver.org/).
`;

const releases = new ConventionalChangelog()
	.readPackage()
	.loadPreset({ name: 'conventionalcommits', types: sections })
	.context({ linkCompare: false, linkReferences: false })
	.options({
		releaseCount: 0,
		// A hash tells a user nothing.
		transformCommit: (commit) =>
			unseen.includes(commit.scope ?? '') ? null : Object.assign({}, commit, { hash: undefined }),
	})
	.write();
let text = preamble;
for await (const release of releases) text += `\n${release.trim()}\n`;
await writeFile('CHANGELOG.md', text.replaceAll(/^\* /gm, '- '));
