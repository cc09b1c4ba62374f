import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import type { IConnections, INode, INodeTypeDescription, IWorkflowSettings } from 'n8n-workflow';

import { credentials } from './credentials.mts';
import type { Session } from './session.mts';

export interface WorkflowDraft {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

export interface StoredWorkflow extends WorkflowDraft {
	id: string;
	versionId: string;
	active: boolean;
}

const webhookPatience = 10_000;

/** What the editor can do with workflows. */
export function workflows(session: Session) {
	const createWorkflow = async (draft: WorkflowDraft) =>
		await session.post<StoredWorkflow>('/rest/workflows', {
			settings: { executionOrder: 'v1' },
			...draft,
		});

	const findWorkflow = async (name: string) => {
		const filter = encodeURIComponent(JSON.stringify({ name }));
		const found = await session.get<StoredWorkflow[]>(`/rest/workflows?filter=${filter}`);
		return found.find((workflow) => workflow.name === name);
	};

	const storedWorkflow = async ({ id }: Pick<StoredWorkflow, 'id'>) =>
		await session.get<StoredWorkflow>(`/rest/workflows/${id}`);

	/** Deletes a workflow and what n8n remembers for it, such as the values it has seen. */
	const deleteWorkflow = async ({ id }: StoredWorkflow) => {
		await session.post(`/rest/workflows/${id}/archive`);
		await session.delete(`/rest/workflows/${id}`);
	};

	/** Imports a workflow file; its credentials are found by their names. */
	const importWorkflow = async (path: string) => {
		const draft = JSON.parse(await readFile(path, 'utf8')) as WorkflowDraft;
		const stored = await credentials(session).credentialsList();
		return await createWorkflow({
			...draft,
			nodes: draft.nodes.map((node) => connect(node, stored)),
		});
	};

	/** Publishes the workflow and, given one of its production webhooks, waits until it is registered. */
	const activate = async (
		workflow: StoredWorkflow,
		webhook?: { path: string; method?: string },
	) => {
		const path = `/rest/workflows/${workflow.id}/activate`;
		const active = await session.post<StoredWorkflow>(path, { versionId: workflow.versionId });
		if (webhook) await untilRegistered(session.url, webhook.path, webhook.method);
		return active;
	};

	const deactivate = async (workflow: StoredWorkflow) =>
		await session.post<StoredWorkflow>(`/rest/workflows/${workflow.id}/deactivate`);

	/** All node types that this n8n offers in its editor. */
	const nodeTypes = async () => await session.getPlain<INodeTypeDescription[]>('/types/nodes.json');

	return {
		createWorkflow,
		deleteWorkflow,
		findWorkflow,
		storedWorkflow,
		importWorkflow,
		activate,
		deactivate,
		nodeTypes,
	};
}

function connect(node: INode, stored: Array<{ id: string; name: string; type: string }>): INode {
	if (!node.credentials) return node;
	const connected = Object.entries(node.credentials).map(([type, { name }]) => {
		const match = stored.find((credential) => credential.type === type && credential.name === name);
		if (!match) throw new Error(`Node "${node.name}" needs the credential "${name}" (${type}).`);
		return [type, { id: match.id, name }] as const;
	});
	return { ...node, credentials: Object.fromEntries(connected) };
}

/** A wrong method tells a registered path from an unknown one without starting the workflow. */
async function untilRegistered(url: string, path: string, method = 'POST'): Promise<void> {
	const probe = method === 'PATCH' ? 'PUT' : 'PATCH';
	const until = Date.now() + webhookPatience;
	while (Date.now() < until) {
		const response = await fetch(`${url}/webhook/${path}`, { method: probe });
		if ((await response.text()).includes(`Did you mean to make a ${method}`)) return;
		await sleep(50);
	}
	throw new Error(`n8n did not register the webhook ${path} within ${webhookPatience / 1_000} s.`);
}
