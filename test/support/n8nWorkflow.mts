import { randomUUID } from 'node:crypto';

import type { IConnections, IDataObject, INode } from 'n8n-workflow';

import type { StoredCredential, WorkflowDraft } from '../../host/client.mts';

/** A node as a test writes it: what is left out gets a sensible value. */
export type NodeDraft = Pick<INode, 'type'> & Partial<Omit<INode, 'id'>>;

export const startName = 'Start';
export const itemsName = 'Items';

/** Manual trigger → Code with the items → the given nodes, one after the other. */
export function chain(
	items: IDataObject[],
	nodes: NodeDraft[],
	credentials: StoredCredential[],
): WorkflowDraft {
	return inARow([trigger, itemSource(items), ...nodes], credentials);
}

/** The given nodes, one after the other; the first one starts the workflow. */
export function inARow(nodes: NodeDraft[], credentials: StoredCredential[]): WorkflowDraft {
	const all = nodes.map((node, index) => complete(node, index, credentials));
	return { name: `Test ${randomUUID()}`, nodes: all, connections: oneAfterTheOther(all) };
}

/** Manual trigger → Code with the items → each of the given nodes, side by side. */
export function fan(
	items: IDataObject[],
	nodes: NodeDraft[],
	credentials: StoredCredential[],
): WorkflowDraft {
	const { nodes: all, connections, ...draft } = chain(items, nodes, credentials);
	const [start, source, ...rest] = all;
	const main = [rest.map(({ name }) => ({ node: name, type: 'main' as const, index: 0 }))];
	return {
		...draft,
		nodes: all,
		connections: { [start!.name]: connections[start!.name]!, [source!.name]: { main } },
	};
}

const trigger: NodeDraft = { name: startName, type: 'n8n-nodes-base.manualTrigger' };

const itemSource = (items: IDataObject[]): NodeDraft => ({
	name: itemsName,
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` },
});

function complete(node: NodeDraft, index: number, credentials: StoredCredential[]): INode {
	return {
		id: randomUUID(),
		name: `Node ${index - 1}`,
		typeVersion: 1,
		position: [index * 220, 0],
		parameters: {},
		credentials: Object.fromEntries(credentials.map(({ type, id, name }) => [type, { id, name }])),
		...node,
	};
}

function oneAfterTheOther(nodes: INode[]): IConnections {
	const pairs = nodes.slice(1).map((next, index) => [nodes[index]!.name, next.name] as const);
	return Object.fromEntries(
		pairs.map(([from, to]) => [from, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
	);
}
