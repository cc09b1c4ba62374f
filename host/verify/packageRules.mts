import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readJson } from '../readJson.mts';

/** package.json as anybody may have written it. */
type Written = Record<string, unknown> & {
	name?: string;
	version?: string;
	keywords?: string[];
	scripts?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	author?: { name?: string; email?: string };
	repository?: { type?: string; url?: string };
	bugs?: { url?: string };
	n8n?: { strict?: boolean };
};

/** n8n installs a package without running anything of it. */
const runAtInstall = ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare'];
const brought = [
	'dependencies',
	'optionalDependencies',
	'bundleDependencies',
	'bundledDependencies',
	'overrides',
];

const rules: Array<[keeps: (written: Written) => boolean, otherwise: string]> = [
	[({ name = '' }) => name.startsWith('n8n-nodes-'), 'the name does not start with n8n-nodes-'],
	[({ license }) => license === 'MIT', 'the licence is not MIT'],
	[
		({ keywords = [] }) => keywords.includes('n8n-community-node-package'),
		'the keyword n8n-community-node-package is missing',
	],
	[
		({ peerDependencies }) => JSON.stringify(peerDependencies) === '{"n8n-workflow":"*"}',
		'the only peer must be n8n-workflow, at "*"',
	],
	[({ author }) => isText(author?.name), 'the author has no name'],
	[({ author }) => /^\S+@\S+\.\S+$/.test(author?.email ?? ''), 'the author has no e-mail'],
	[({ repository }) => repository?.type === 'git', 'the repository is not of type git'],
	[({ repository }) => isAddress(repository?.url), 'the repository has no address'],
	[({ homepage }) => isAddress(homepage), 'there is no homepage'],
	[({ bugs }) => isAddress(bugs?.url), 'there is no address for bugs'],
	[({ n8n }) => n8n?.strict === true, 'n8n.strict is off'],
	[({ private: hidden }) => !hidden, 'the package is private'],
];

/** Says where package.json breaks a rule for verified community nodes. */
export async function packageFindings(folder: string): Promise<string[]> {
	const written = await readJson<Written>(folder, 'package.json');
	const scripts = Object.keys(written.scripts ?? {});
	const said = [
		...rules.filter(([keeps]) => !keeps(written)).map(([, otherwise]) => otherwise),
		...brought.filter((name) => name in written).map((name) => `${name} must not be there`),
		...scripts
			.filter((name) => runAtInstall.includes(name))
			.map((name) => `the script ${name} runs at install`),
	];
	const findings = said.map((text) => `package.json: ${text}`);
	return [...findings, ...(await changelogFindings(folder, written.version ?? ''))];
}

async function changelogFindings(folder: string, version: string): Promise<string[]> {
	const text = await readFile(join(folder, 'CHANGELOG.md'), 'utf8').catch(() => '');
	const headings = text.split('\n').filter((line) => /^##? /.test(line));
	const named = headings.some((line) => /unreleased/i.test(line) || versionIn(line) === version);
	return named ? [] : [`CHANGELOG.md: neither ${version} nor Unreleased has an entry`];
}

const versionIn = (heading: string) => /\d+\.\d+\.\d+[^\s\])]*/.exec(heading)?.[0];

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

const isAddress = (value: unknown) =>
	typeof value === 'string' && URL.canParse(value.replace(/^git\+/, ''));
