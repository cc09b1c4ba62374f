import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

import type { INode, INodeTypeDescription } from 'n8n-workflow';

import type { Installation } from '../n8n.mts';
import { places } from '../places.mts';
import { readJson } from '../readJson.mts';

/** The examples with a node that this n8n does not have in the version they use, with that node. */
export async function laterExamples({ n8n }: Installation): Promise<Map<string, string>> {
	const known = await knownNodes(n8n);
	const later = new Map<string, string>();
	for (const file of (await readdir(places.examples)).filter((name) => name.endsWith('.json'))) {
		const { nodes } = await readJson<{ nodes: INode[] }>(places.examples, file);
		const missing = nodes.map(nameOf).find((name) => isOfN8n(name) && !known.has(name));
		if (missing) later.set(file, missing);
	}
	return later;
}

async function knownNodes(n8n: string): Promise<Set<string>> {
	const beside = join(await realpath(n8n), '..');
	const known = new Set<string>();
	for (const name of ['n8n-nodes-base', '@n8n/n8n-nodes-langchain']) {
		const types = await readJson<INodeTypeDescription[]>(
			beside,
			name,
			'dist',
			'types',
			'nodes.json',
		);
		for (const type of types)
			for (const version of [type.version].flat()) known.add(`${name}.${type.name} ${version}`);
	}
	return known;
}

const nameOf = ({ type, typeVersion }: INode) => `${type} ${typeVersion}`;

const isOfN8n = (name: string) => /^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\./.test(name);
