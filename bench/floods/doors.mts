import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { StoredCredential, StoredWorkflow } from '../../host/client.mts';
import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { eventOf, header, signed } from '../../test/altur/attacks.mts';
import type { BenchLab } from '../lab.mts';

/** What one delivery carries. */
export interface Delivery {
	headers: Record<string, string>;
	body: string;
}

/** An active workflow that starts with a webhook, and what a right and a wrong sender show it. */
export interface Door {
	name: string;
	workflow: StoredWorkflow;
	url: string;
	right: () => Delivery;
	wrong: () => Delivery;
}

interface DoorDraft extends Pick<Door, 'name' | 'right' | 'wrong'> {
	type: string;
	typeVersion: number;
	path: (webhookId: string) => string;
	parameters?: (webhookId: string) => IDataObject;
	credential: StoredCredential;
}

const json = { 'content-type': 'application/json' };
let count = 0;

/** Each delivery is one of its own: a trigger would leave a repeat out. */
const event = () => eventOf(`cll_${count++}`);

const withKey = (key: string) => (): Delivery => ({
	headers: { ...json, 'x-api-key': key },
	body: event(),
});

const withSignature = (secret?: string) => (): Delivery => {
	const body = event();
	return { headers: { ...json, [header]: signed(body, secret) }, body };
};

/** n8n's own Webhook node of a version, with the same check as GuruSup's: a key in a header. */
export async function webhookNode(lab: BenchLab, typeVersion: number): Promise<Door> {
	const credential = await lab.client.saveCredential({
		name: 'Header',
		type: 'httpHeaderAuth',
		data: { name: 'x-api-key', value: guruSupKey },
	});
	return await open(lab, {
		name: `Webhook node, version ${typeVersion}`,
		type: 'n8n-nodes-base.webhook',
		typeVersion,
		path: (id) => id,
		parameters: (path) => ({ httpMethod: 'POST', path, authentication: 'headerAuth', options: {} }),
		credential,
		right: withKey(guruSupKey),
		wrong: withKey('wrong'),
	});
}

const stored = ({ credentials }: BenchLab, type: string) =>
	credentials.find((credential) => credential.type === type)!;

export const guruSupTrigger = async (lab: BenchLab): Promise<Door> =>
	await open(lab, {
		name: 'GuruSup Trigger',
		type: 'n8n-nodes-conversational-agents.guruSupTrigger',
		typeVersion: 1,
		path: (id) => `${id}/webhook`,
		credential: stored(lab, 'guruSupApi'),
		right: withKey(guruSupKey),
		wrong: withKey('wrong'),
	});

export const alturTrigger = async (lab: BenchLab): Promise<Door> =>
	await open(lab, {
		name: 'Altur Trigger',
		type: 'n8n-nodes-conversational-agents.alturTrigger',
		typeVersion: 1,
		path: (id) => `${id}/webhook`,
		credential: stored(lab, 'alturApi'),
		right: withSignature(),
		wrong: withSignature('d3Jvbmc='),
	});

async function open({ client }: BenchLab, draft: DoorDraft): Promise<Door> {
	const { name, type, typeVersion, credential, right, wrong } = draft;
	const webhookId = randomUUID();
	const parameters = (draft.parameters?.(webhookId) ?? {}) as never;
	const credentials = { [credential.type]: { id: credential.id, name: credential.name } };
	const position = [0, 0] as [number, number];
	const door = { id: randomUUID(), name, type, typeVersion, position, webhookId };
	const last = { name: 'Last', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	const workflow = await client.createWorkflow({
		name,
		nodes: [
			{ ...door, parameters, credentials },
			{ id: randomUUID(), position, ...last },
		],
		connections: { [name]: { main: [[{ node: 'Last', type: 'main', index: 0 }]] } },
	});
	const path = draft.path(webhookId);
	await client.activate(workflow, { path });
	return { name, workflow, url: `${client.session.url}/webhook/${path}`, right, wrong };
}
