import type { IDataObject } from 'n8n-workflow';
import { idOf } from '../../sandbox/zaia/ids.mts';

/** One operation of the node as a workflow uses it, and the one request that must reach the vendor. */
export interface Case {
	title: string;
	/** The contract's operation. */
	operationId: string;
	parameters: IDataObject & { resource: string; operation: string };
	sent: { method: string; path: string; query: IDataObject; body?: IDataObject };
}

const picked = (value: string) => ({ __rl: true, mode: 'list', value });
const callbackUrl = 'https://n8n.acme.com/webhook/zaia-export';
const page = { pageSize: '2', pageNumber: '1' };

const list = (
	resource: string,
	operationId: string,
	path: string,
	parameters: IDataObject = {},
	query: IDataObject = {},
): Case => ({
	title: `${resource}: getAll`,
	operationId,
	parameters: { resource, operation: 'getAll', limit: 2, ...parameters },
	sent: { method: 'GET', path: `/api/v1/${path}`, query: { ...query, ...page } },
});

export const cases: Case[] = [
	{
		title: 'chatMessage: create with everything',
		operationId: 'createChatMessage',
		parameters: {
			resource: 'chatMessage',
			operation: 'create',
			chatId: picked(idOf('chat', 1)),
			chatThreadId: picked(idOf('thread', 1)),
			content: 'Olá! "Tudo bem?" 🎉',
			senderId: picked(idOf('superIdentity', 1)),
			role: picked('assistant'),
			additionalFields: { externalId: 'crm-1' },
		},
		sent: {
			method: 'POST',
			path: '/api/v1/chat-messages',
			query: {},
			body: {
				chatId: idOf('chat', 1),
				chatThreadId: idOf('thread', 1),
				content: 'Olá! "Tudo bem?" 🎉',
				externalId: 'crm-1',
				senderId: idOf('superIdentity', 1),
				role: 'assistant',
			},
		},
	},
	{
		title: 'chatMessage: create with as little as can be',
		operationId: 'createChatMessage',
		parameters: {
			resource: 'chatMessage',
			operation: 'create',
			chatId: idOf('chat', 1),
			content: 'Oi',
			senderId: idOf('superIdentity', 1),
			role: 'user',
		},
		sent: {
			method: 'POST',
			path: '/api/v1/chat-messages',
			query: {},
			body: {
				chatId: idOf('chat', 1),
				chatThreadId: null,
				content: 'Oi',
				externalId: null,
				senderId: idOf('superIdentity', 1),
				role: 'user',
			},
		},
	},
	{
		title: 'chatMessage: getAll with every filter',
		operationId: 'listChatMessages',
		parameters: {
			resource: 'chatMessage',
			operation: 'getAll',
			chatId: picked(idOf('chat', 1)),
			limit: 3,
			filters: {
				chatThreadId: idOf('thread', 1),
				ticketIds: [idOf('ticket', 1), idOf('ticket', 2)],
				joins: ['senders', 'chat-message-follow-ups'],
			},
		},
		sent: {
			method: 'GET',
			path: '/api/v1/chat-messages',
			query: {
				chatId: idOf('chat', 1),
				chatThreadId: idOf('thread', 1),
				ticketIds: [idOf('ticket', 1), idOf('ticket', 2)],
				joins: ['senders', 'chat-message-follow-ups'],
				'pagination[limit]': '3',
			},
		},
	},
	{
		title: 'chatMessage: export',
		operationId: 'exportChatMessages',
		parameters: {
			resource: 'chatMessage',
			operation: 'export',
			callbackUrl,
			rangeStart: '2026-01-05T00:00:00Z',
			additionalFields: { rangeEnd: '2026-01-06T00:00:00-03:00', language: picked('ptBr') },
		},
		sent: {
			method: 'POST',
			path: '/api/v1/chat-messages/export',
			query: {},
			body: {
				rangeStart: '2026-01-05T00:00:00Z',
				rangeEnd: '2026-01-06T00:00:00-03:00',
				language: 'ptBr',
				callbackUrl,
			},
		},
	},
	list('agent', 'listAgents', 'agents', { filters: { search: 'Ana' } }, { search: 'Ana' }),
	list('squad', 'listSquads', 'squads', { filters: { joins: ['agents'] } }, { joins: 'agents' }),
	list('channel', 'listChannels', 'channels'),
	list(
		'chat',
		'listChats',
		'chats',
		{ filters: { channelTypes: ['widget', 'api'] } },
		{ channelTypes: ['widget', 'api'] },
	),
	list(
		'chatThread',
		'listChatThreads',
		'chat-threads',
		{ chatId: picked(idOf('chat', 1)) },
		{ chatId: idOf('chat', 1) },
	),
	list('externalUser', 'listExternalUsers', 'external-users'),
	list('responder', 'listResponders', 'super-identities/responders'),
	list('followUp', 'listFollowUps', 'chat-message-follow-ups'),
	{
		title: 'externalUser: authenticate',
		operationId: 'authenticateExternalUser',
		parameters: {
			resource: 'externalUser',
			operation: 'authenticate',
			channelId: picked(idOf('channel', 1)),
			additionalFields: { externalId: 'crm-1' },
		},
		sent: {
			method: 'POST',
			path: '/api/v1/external-users/authenticate',
			query: {},
			body: { channelId: idOf('channel', 1), externalId: 'crm-1', id: null, identifier: null },
		},
	},
	{
		title: 'ticket: get',
		operationId: 'getTicketDetails',
		parameters: { resource: 'ticket', operation: 'get', ticketId: idOf('ticket', 1) },
		sent: { method: 'GET', path: `/api/v1/tickets/${idOf('ticket', 1)}/details`, query: {} },
	},
];
