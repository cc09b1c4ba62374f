import type { IDataObject } from 'n8n-workflow';
import { openapiDocument } from '../../../sandbox/zaia/openapiDocument.mts';
import { items, of, ok, picked } from '../case.mts';
import type { Case, Exchange, Refusal } from '../case.mts';
import { ids, message } from './samples.mts';

const call = of('api', 'call');

const read: Exchange = [{ method: 'GET', path: '/openapi' }, ok(openapiDocument())];

/** Fields as n8n's form stores them. */
const form = (value: IDataObject): IDataObject => ({
	mappingMode: 'defineBelow',
	value,
	schema: [],
});

const created = {
	chatId: ids.chat,
	chatThreadId: null,
	content: 'Olá!',
	externalId: null,
	senderId: ids.sender,
	role: 'assistant',
};

const one = (
	title: string,
	parameters: IDataObject,
	sent: Exchange[0],
	answered: unknown,
	output: IDataObject[] = [answered as IDataObject],
): Case => ({
	title,
	parameters: call(parameters),
	exchanges: [read, [sent, ok(answered)]],
	lookUps: 1,
	output: items(...output),
});

const path = '/api/v1/chat-messages';
const { chatThreadId: _thread, externalId: _external, ...typed } = created;

export const apiCases: Case[] = [
	one(
		'minimal',
		{ endpoint: `POST ${path}`, fields: form(typed) },
		{ method: 'POST', path, body: created },
		message,
	),
	one(
		'a body in JSON',
		{ endpoint: picked(`POST ${path}`), specifyFields: 'json', body: JSON.stringify(created) },
		{ method: 'POST', path, body: created },
		message,
	),
	one(
		'pages',
		{ endpoint: 'GET /api/v1/agents', fields: form({ search: 'Ana' }), limit: 2 },
		{
			method: 'GET',
			path: '/api/v1/agents',
			query: { search: 'Ana', pageNumber: '1', pageSize: '2' },
		},
		[{ id: ids.agent, name: 'Ana' }],
		[{ id: ids.agent, name: 'Ana' }],
	),
	one(
		'all pages',
		{
			endpoint: 'GET /api/v1/agents',
			fields: form({ squadIds: [ids.squad], joins: 'squads' }),
			returnAll: true,
		},
		{
			method: 'GET',
			path: '/api/v1/agents',
			query: { squadIds: [ids.squad], joins: 'squads', pageNumber: '1', pageSize: '100' },
		},
		[],
		[],
	),
	one(
		'a list that is one answer',
		{
			endpoint: `GET ${path}`,
			fields: form({ chatId: ids.chat, 'pagination[limit]': 3, joins: '["senders"]' }),
		},
		{
			method: 'GET',
			path,
			query: { chatId: ids.chat, 'pagination[limit]': '3', joins: ['senders'] },
		},
		[message, message],
		[message, message],
	),
	one(
		'a path with an ID',
		{ endpoint: 'GET /api/v1/tickets/{id}/details', fields: form({ id: ids.ticket }) },
		{ method: 'GET', path: `/api/v1/tickets/${ids.ticket}/details` },
		{ id: ids.ticket, title: 'Refund' },
	),
];

const refused = (parameters: IDataObject, says: string): Refusal => ({
	parameters: call(parameters),
	says,
	lookUps: [read],
});

const strange = (name: string) =>
	`Endpoint: "${name}" is none that Zaia's own description offers below the Base URL`;

export const apiRefusals: Refusal[] = [
	refused({ endpoint: 'POST /api/v1/nowhere' }, strange('POST /api/v1/nowhere')),
	refused({ endpoint: 'GET //evil.example/x' }, strange('GET //evil.example/x')),
	refused({ endpoint: 'GET https://evil.example' }, strange('GET https://evil.example')),
	refused({ endpoint: `POST ${path}`, fields: form({}) }, 'Fields › chatId: is empty'),
	refused(
		{ endpoint: `POST ${path}`, fields: form({ ...typed, role: 'king' }) },
		'Fields › role: must be one of: assistant, user',
	),
	refused(
		{ endpoint: `POST ${path}`, fields: form({ ...typed, sender: 'x' }) },
		'Fields › sender: is not among the fields of this endpoint',
	),
	refused(
		{ endpoint: 'GET /api/v1/tickets/{id}/details', fields: form({ id: '..' }) },
		'Fields › id: is no ID',
	),
	refused(
		{ endpoint: `POST ${path}`, specifyFields: 'json', body: '[1,' },
		'Body: "[1," is not valid JSON',
	),
	refused({ endpoint: `POST ${path}`, specifyFields: 'json' }, 'Body: is empty'),
];
