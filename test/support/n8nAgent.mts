import { randomUUID } from 'node:crypto';

import type { IConnections, INode, NodeConnectionType } from 'n8n-workflow';

import type { StoredCredential, WorkflowDraft } from '../../host/client.mts';
import type { NodeDraft } from './n8nWorkflow.mts';

const langchain = '@n8n/n8n-nodes-langchain';

/** Manual trigger → AI Agent, with a chat model and one tool. */
export function agentWorkflow(
	tool: NodeDraft & { name: string },
	model: StoredCredential,
	credentials: StoredCredential[],
	agentVersion = 3.1,
): WorkflowDraft {
	const nodes: NodeDraft[] = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
		{
			name: 'AI Agent',
			type: `${langchain}.agent`,
			typeVersion: agentVersion,
			parameters: { promptType: 'define', text: 'Call them.' },
		},
		{
			name: 'Model',
			type: `${langchain}.lmChatOpenAi`,
			typeVersion: 1.2,
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' } },
		},
		tool,
	];
	const connections: IConnections = {
		Start: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] },
		Model: toAgent('ai_languageModel'),
		[tool.name]: toAgent('ai_tool'),
	};
	return {
		name: `Test ${randomUUID()}`,
		nodes: nodes.map((node, index) => complete(node, index, [model, ...credentials])),
		connections,
	};
}

const toAgent = (type: NodeConnectionType) => ({
	[type]: [[{ node: 'AI Agent', type, index: 0 }]],
});

const complete = (node: NodeDraft, index: number, credentials: StoredCredential[]): INode => ({
	id: randomUUID(),
	name: node.type,
	typeVersion: 1,
	position: [index * 220, 0],
	parameters: {},
	credentials: Object.fromEntries(credentials.map(({ type, id, name }) => [type, { id, name }])),
	...node,
});
