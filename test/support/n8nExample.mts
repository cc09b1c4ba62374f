import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { INode } from 'n8n-workflow';

import type { StoredExecution, StoredWorkflow } from '../../host/client.mts';
import { places } from '../../host/places.mts';
import type { Lab } from './n8nLab.mts';

/** What a user of the example would set: by node, its parameters and whatever else differs. */
export type Changes = Record<string, Partial<INode>>;

const patienceMs = 60_000;

/** Imports an example as a user does, with empty tables, and makes the user's changes to it. */
export async function importExample(
	{ n8n }: Lab,
	file: string,
	changes: Changes = {},
): Promise<StoredWorkflow> {
	const imported = await n8n.importWorkflow(join(places.examples, file));
	const unknown = Object.keys(changes).filter(
		(name) => !imported.nodes.some((node) => node.name === name),
	);
	if (unknown.length > 0) throw new Error(`${file} has no node ${unknown.join(', ')}.`);
	for (const { parameters } of imported.nodes) {
		const table = parameters.operation === 'create' && String(parameters.tableName ?? '');
		const earlier = table ? await n8n.findTable(table) : undefined;
		if (earlier) await n8n.deleteTable(earlier);
	}
	const nodes = imported.nodes.map((node) => ({
		...node,
		...changes[node.name],
		parameters: { ...node.parameters, ...changes[node.name]?.parameters },
		// Two imports of one example must not wait at the same address.
		...(node.webhookId ? { webhookId: randomUUID() } : {}),
	}));
	const { id, connections } = imported;
	return await n8n.session.patch<StoredWorkflow>(`/rest/workflows/${id}`, { nodes, connections });
}

/** Runs it by hand to its end; the first trigger unless told. */
export async function runExample(
	{ n8n }: Lab,
	workflow: StoredWorkflow,
	trigger?: string,
	timeoutMs = patienceMs,
): Promise<StoredExecution> {
	return await n8n.waitForExecution(await n8n.run(workflow, trigger), { timeoutMs });
}

/** Publishes it and answers the production URL of its webhook trigger. */
export async function publishExample(
	{ n8n, webhooks }: Lab,
	workflow: StoredWorkflow,
): Promise<string> {
	const trigger = workflow.nodes.find(({ webhookId, type }) => webhookId && /Trigger$/.test(type))!;
	const path = `${trigger.webhookId}/webhook`;
	await n8n.activate(workflow, { path });
	return `${webhooks}/webhook/${path}`;
}

/** The executions of a workflow once this many have ended, the first one first. */
export async function endedExecutions(
	{ n8n }: Lab,
	{ id: workflowId }: StoredWorkflow,
	count: number,
	timeoutMs = patienceMs,
): Promise<StoredExecution[]> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const listed = await n8n.listExecutions(workflowId);
		const ended = listed.filter(({ status }) => ['success', 'error'].includes(status));
		if (ended.length >= count && ended.length === listed.length) {
			const ids = ended.map(({ id }) => id).sort((one, other) => Number(one) - Number(other));
			return await Promise.all(ids.map(async (id) => await n8n.getExecution(id)));
		}
		if (Date.now() > deadline) throw new Error(`${ended.length} of ${count} executions ended.`);
		await sleep(100);
	}
}
