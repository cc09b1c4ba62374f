import { agents } from '../sandbox/altur/agents.mts';
import type { NodeDraft } from '../test/support/n8nWorkflow.mts';

const phoneNumber = '={{ $json.phone }}';
const agentId = agents.diana.id;

/** Our node: Call › Create. */
export const ours = (options: Record<string, unknown> = {}): NodeDraft => ({
	name: 'Ours',
	type: 'n8n-nodes-conversational-agents.altur',
	parameters: {
		resource: 'call',
		operation: 'create',
		agentId: { __rl: true, mode: 'id', value: agentId },
		phoneNumber,
		options: { requestsPerSecond: 0, concurrency: 50, ...options } as never,
	},
});

/** n8n's own HTTP Request node with the same credential. */
export const httpRequest = (baseUrl: string, batchSize?: number): NodeDraft => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${baseUrl}/call`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'alturApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ { "agent_id": "${agentId}", "phone_number_to": $json.phone } }}`,
		options: batchSize ? { batching: { batch: { batchSize, batchInterval: 0 } } } : {},
	},
});

/** A bare loop: what remains when everything the package adds is taken away. */
export const floor = (concurrency: number): NodeDraft => ({
	name: 'Floor',
	type: 'n8n-nodes-bench-floor.floor',
	parameters: { agentId, phoneNumber, concurrency },
});

const contact = {
	campaignId: '1001',
	phoneNumber,
	additionalFields: { name: '={{ $json.phone }}' },
	options: {},
};

/** Our node: Contact › Add. */
export const addContacts: NodeDraft = {
	name: 'Add contacts',
	type: 'n8n-nodes-conversational-agents.altur',
	parameters: { resource: 'contact', operation: 'add', ...contact },
};

/** Reads the same parameters and does nothing with them. */
export const readOnly: NodeDraft = {
	name: 'Read only',
	type: 'n8n-nodes-bench-floor.readOnly',
	parameters: contact,
};
