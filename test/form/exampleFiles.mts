import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode, INodeTypeDescription, IWorkflowSettings } from 'n8n-workflow';
import { places } from '../../host/places.mts';
import { nodes } from './nodes.mts';

/** A workflow as its file holds it. */
export interface Example {
	file: string;
	text: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: IWorkflowSettings;
	pinData: object;
}

export const examples: Example[] = readdirSync(places.examples)
	.filter((file) => file.endsWith('.json'))
	.map((file) => {
		const text = readFileSync(join(places.examples, file), 'utf8');
		return { ...(JSON.parse(text) as Omit<Example, 'file' | 'text'>), file, text };
	});

export const ours = 'n8n-nodes-conversational-agents';

/** The folder in which the package manager put n8n and its own nodes side by side. */
const n8nPackages = join(realpathSync(places.n8n), '..');

const described = (path: string) =>
	JSON.parse(readFileSync(path, 'utf8')) as INodeTypeDescription[];

const types: Record<string, INodeTypeDescription[]> = {
	[ours]: nodes.map(({ type }) => type.description),
	...Object.fromEntries(
		['n8n-nodes-base', '@n8n/n8n-nodes-langchain'].map((name) => [
			name,
			described(join(n8nPackages, name, 'dist', 'types', 'nodes.json')),
		]),
	),
};

/** What n8n adds to the form of a node that serves as a tool. */
const toolFields = ['descriptionType', 'toolDescription'].map((name) => ({
	...{ displayName: name, name, type: 'string' as const },
	default: '',
}));

/** The form of this very version of a node; nothing where there is no such node any more. */
export function descriptionOf({ type, typeVersion }: INode): INodeTypeDescription | undefined {
	const at = type.lastIndexOf('.');
	const [packageName, name] = [type.slice(0, at), type.slice(at + 1)];
	const find = (wanted: string) =>
		types[packageName]?.find(
			(one) => one.name === wanted && [one.version].flat().includes(typeVersion),
		);
	const known = find(name);
	const base = /Tool$/.test(name) ? find(name.slice(0, -4)) : undefined;
	if (known || !base?.usableAsTool) return known;
	return { ...base, properties: [...base.properties, ...toolFields] };
}
