import type { IDataObject } from 'n8n-workflow';

import type { StoredWorkflow } from '../../host/client.mts';
import { agents } from '../../sandbox/altur/agents.mts';
import type { Lab, NodeDraft } from './n8nLab.mts';

/** Altur › Call › Create for `{{ $json.number }}`, as fast as it goes unless told. */
export const callNode = (options: IDataObject = {}, node: Partial<NodeDraft> = {}): NodeDraft => ({
	type: 'n8n-nodes-conversational-agents.altur',
	name: 'Call',
	parameters: {
		resource: 'call',
		operation: 'create',
		agentId: agents.diana.id,
		phoneNumber: '={{ $json.number }}',
		options: { requestsPerSecond: 0, ...options },
	},
	...node,
});

/** Rows with numbers that nobody else uses, all answered by a person. */
export const rowsOf = (count: number, from = 0): Array<{ number: string }> =>
	Array.from({ length: count }, (_row, index) => ({
		number: `+5255${String(20_000_000 + from + index)}`,
	}));

export const rows = (...numbers: string[]) => numbers.map((number) => ({ number }));

/** Saves the workflow with a node's parameters changed. */
export async function editNode(
	{ n8n }: Lab,
	{ id, nodes, connections }: StoredWorkflow,
	name: string,
	parameters: IDataObject,
): Promise<void> {
	const edited = nodes.map((node) =>
		node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
	);
	await n8n.session.patch(`/rest/workflows/${id}`, { nodes: edited, connections });
}

/** How many requests asked for each number, in the order in which it was first asked for. */
export async function requestsByNumber({ sandbox }: Pick<Lab, 'sandbox'>) {
	const counts: Record<string, number> = {};
	for (const { method, body } of await sandbox.requests()) {
		if (method !== 'POST') continue;
		const number = (body as { phone_number_to: string }).phone_number_to;
		counts[number] = (counts[number] ?? 0) + 1;
	}
	return counts;
}

/** How many of the items came to each outcome. */
export function outcomes(items: Array<{ json: IDataObject }> = []): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { json } of items) {
		const outcome = String(json.outcome);
		counts[outcome] = (counts[outcome] ?? 0) + 1;
	}
	return counts;
}
