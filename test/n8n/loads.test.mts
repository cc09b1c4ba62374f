import { basename } from 'node:path';

import type { INodeTypeDescription } from 'n8n-workflow';

import { packageJson, type PackageJson } from '../../host/pack.mts';
import { places } from '../../host/places.mts';
import { vendorNames } from '../../sandbox/vendors.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

describe('the packed package in real n8n', () => {
	let it: Lab;
	let published: PackageJson;
	let types: INodeTypeDescription[];

	const nameOf = (file: string) => {
		const name = basename(file, '.node.js');
		return `${published.name}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
	};

	beforeAll(async () => {
		it = await lab();
		published = await packageJson();
		types = (await it.n8n.nodeTypes()).filter(({ name }) => name.startsWith(`${published.name}.`));
	});

	test('all node types are listed, those usable as tools twice', () => {
		const expected = published.n8n.nodes.map(nameOf).flatMap((name) => {
			const usableAsTool = types.find((type) => type.name === name)?.usableAsTool;
			return usableAsTool ? [name, `${name}Tool`] : [name];
		});
		expect(types.map(({ name }) => name).sort()).toEqual(expected.sort());
	});

	test('every action node can be a tool', () => {
		const actions = published.n8n.nodes.map(nameOf).filter((name) => !name.endsWith('Trigger'));
		const tools = types.map(({ name }) => name).filter((name) => name.endsWith('Tool'));
		expect(tools.sort()).toEqual(actions.map((name) => `${name}Tool`).sort());
	});

	test('n8n warned of nothing that is ours while it started', () => {
		const [starting = ''] = it.log.text().split('Editor is now accessible via');
		// The checkout's own folder may be called like the package.
		const lines = starting.replaceAll(places.root, '').split('\n');
		const about = new RegExp(`${vendorNames.join('|')}|fail(ed|ure) .*load|skipping package`, 'i');
		expect(lines.some((line) => line.includes('n8n ready on'))).toBe(true);
		expect(lines.filter((line) => line.includes(published.name) || about.test(line))).toEqual([]);
	});
});
