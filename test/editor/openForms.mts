import { randomUUID } from 'node:crypto';

import type { INode, INodeParameters } from 'n8n-workflow';

import { packageName } from '../form/outside.mts';
import { nodes } from '../form/nodes.mts';
import { fitView } from './canvas.mts';
import type { Editor } from './openEditor.mts';

/** A node as the user would have filled it in. */
export interface Form {
	name: string;
	node: string;
	parameters: INodeParameters;
}

const credentialsOf = (node: string) =>
	nodes
		.map(({ type: { description } }) => description)
		.find(({ name }) => name === node)
		?.credentials?.map(({ name }) => name) ?? [];

/** Opens a stored workflow in the editor that has all of these side by side, each with its credential. */
export async function openForms(editor: Editor, title: string, forms: Form[]) {
	const stored = new Map(editor.credentials.map(({ type, id, name }) => [type, { id, name }]));
	const drawn = forms.map(({ name, node, parameters }, index): INode => ({
		id: randomUUID(),
		name,
		type: `${packageName}.${node}`,
		typeVersion: 1,
		position: [(index % 8) * 256, Math.floor(index / 8) * 192],
		parameters,
		credentials: Object.fromEntries(credentialsOf(node).map((need) => [need, stored.get(need)!])),
		webhookId: randomUUID(),
	}));
	const workflow = await editor.n8n.createWorkflow({ name: title, nodes: drawn, connections: {} });
	await editor.openWorkflow(workflow);
	await fitView(editor.page);
	return workflow;
}
