import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { N8nClient, StoredCredential, StoredWorkflow } from '../../host/client.mts';
import type { NodeDraft } from './n8nLab.mts';
import { inARow } from './n8nWorkflow.mts';

/** As much of a lab as publishing takes. */
export interface Place {
	n8n: N8nClient;
	credentials: StoredCredential[];
}

export interface Published {
	workflow: StoredWorkflow;
	/** Below `/webhook/` of the main process and of the webhook processor. */
	path: string;
}

/** n8n's own Webhook node: whoever posts rows starts one execution with them. */
export async function publishForRows(place: Place, ...nodes: NodeDraft[]): Promise<Published> {
	const path = randomUUID();
	const webhook: NodeDraft = {
		name: 'Rows come in',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { path, httpMethod: 'POST', responseMode: 'onReceived', options: {} },
	};
	const rows: NodeDraft = {
		name: 'Rows',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: { jsCode: 'return $json.body.rows.map((json) => ({ json }));' },
	};
	return await publish(place, path, [webhook, rows, ...nodes]);
}

/** The same with several nodes: whoever posts rows says by its name which of them gets them. */
export async function publishForRowsOf(
	{ n8n, credentials }: Place,
	nodes: NodeDraft[],
): Promise<Published> {
	const path = randomUUID();
	const parameters = { path, httpMethod: 'POST', responseMode: 'onReceived', options: {} };
	const type = 'n8n-nodes-base.webhook';
	const webhook = { name: 'Rows come in', type, typeVersion: 2, webhookId: path, parameters };
	const rows = nodes.map(({ name }) => ({
		name: `Rows of ${name}`,
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: {
			jsCode: `const { rows, node } = $input.first().json.body;
return node === ${JSON.stringify(name)} ? rows.map((json) => ({ json })) : [];`,
		},
	}));
	const draft = inARow([webhook, ...rows, ...nodes], credentials);
	const to = (name?: string) => ({ node: name!, type: 'main' as const, index: 0 });
	const connections = {
		[webhook.name]: { main: [rows.map(({ name }) => to(name))] },
		...Object.fromEntries(rows.map(({ name }, at) => [name, { main: [[to(nodes[at]!.name)]] }])),
	};
	const workflow = await n8n.createWorkflow({ ...draft, connections });
	await n8n.activate(workflow, { path });
	return { workflow, path };
}

/** A trigger of ours and a node that does nothing. */
async function publishTrigger(
	place: Place,
	name: string,
	parameters: IDataObject,
): Promise<Published> {
	const webhookId = randomUUID();
	const trigger: NodeDraft = {
		name: 'Trigger',
		type: `n8n-nodes-conversational-agents.${name}`,
		webhookId,
		parameters: parameters as never,
	};
	const last: NodeDraft = { name: 'Last', type: 'n8n-nodes-base.noOp' };
	return await publish(place, `${webhookId}/webhook`, [trigger, last]);
}

export const publishAlturTrigger = async (
	place: Place,
	options: IDataObject = {},
): Promise<Published> => await publishTrigger(place, 'alturTrigger', { options });

/** Answers only when the workflow has run through. */
export const publishGuruSupTrigger = async (place: Place): Promise<Published> =>
	await publishTrigger(place, 'guruSupTrigger', { responseMode: 'lastNode', options: {} });

async function publish({ n8n, credentials }: Place, path: string, nodes: NodeDraft[]) {
	const workflow = await n8n.createWorkflow(inARow(nodes, credentials));
	await n8n.activate(workflow, { path });
	return { workflow, path };
}

/** Cuts the items into parts and posts each part to an address: an execution each. */
export const inParts = (size: number, url: string): NodeDraft[] => [
	{
		name: 'Parts',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: {
			jsCode: `const rows = $input.all().map(({ json }) => json);
const parts = [];
while (rows.length) parts.push({ json: { rows: rows.splice(0, ${size}) } });
return parts;`,
		},
	},
	{
		name: 'An execution each',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($json) }}',
			options: {},
		},
	},
];
