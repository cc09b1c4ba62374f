import type { IDataObject } from 'n8n-workflow';
import type { Vendor } from '../shared/contract/operation';
import { agent } from './resources/agent';
import { api } from './resources/api';
import { channel } from './resources/channel';
import { chat } from './resources/chat';
import { chatMessage } from './resources/chatMessage';
import { chatThread } from './resources/chatThread';
import { externalUser } from './resources/externalUser';
import { followUp } from './resources/followUp';
import { responder } from './resources/responder';
import { squad } from './resources/squad';
import { ticket } from './resources/ticket';

/** Zaia's error answers: `{ code, cta, feedback { enUs, esEs, ptBr }, message, name }`. Source: its reference. */
function errorText(body: unknown): string | undefined {
	const { feedback } = (body ?? {}) as IDataObject;
	const { enUs } = (feedback ?? {}) as IDataObject;
	return typeof enUs === 'string' ? enUs : undefined;
}

export const vendor: Vendor = {
	name: 'Zaia',
	credential: 'zaiaApi',
	// Zaia publishes no rate limit.
	requestsPerSecond: 0,
	resources: [
		chatMessage,
		agent,
		api,
		channel,
		chat,
		chatThread,
		externalUser,
		followUp,
		responder,
		squad,
		ticket,
	],
	errorText,
};
