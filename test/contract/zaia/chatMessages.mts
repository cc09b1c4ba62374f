import { items, of, ok, picked, typed } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { ids, message, notUuid } from './samples.mts';

const create = of('chatMessage', 'create');
const getAll = of('chatMessage', 'getAll');
const startExport = of('chatMessage', 'export');
const exportAndWait = of('chatMessage', 'exportAndWait');

const said = { chatId: ids.chat, content: 'Olá!', senderId: ids.sender, role: 'assistant' };
const smallest = {
	chatId: ids.chat,
	chatThreadId: null,
	content: 'Olá!',
	externalId: null,
	senderId: ids.sender,
	role: 'assistant',
};
const posted = (body: unknown) => ({ method: 'POST', path: '/api/v1/chat-messages', body });
const listed = (query: Record<string, string | string[]>) => ({
	method: 'GET',
	path: '/api/v1/chat-messages',
	query: { chatId: ids.chat, ...query },
});

const callbackUrl = 'https://n8n.example.com/webhook/zaia-export';
const resumeUrl = 'https://n8n.example.com/webhook-waiting/7?signature=abc';
const waitUrl = expect.stringMatching(
	/^https:\/\/n8n\.example\.com\/webhook-waiting\/7\/delivery\?signature=abc&wait=.+\.0$/,
) as string;
const exported = (body: object) => ({
	method: 'POST',
	path: '/api/v1/chat-messages/export',
	body,
});
const started = { message: 'Export started' };
const period = {
	rangeStart: '2026-01-05T09:30:00',
	additionalFields: { language: picked('ptBr'), rangeEnd: '2026-01-06' },
};
const periodSent = {
	rangeStart: '2026-01-05T09:30:00-06:00',
	rangeEnd: '2026-01-06T23:59:59.999-06:00',
	language: 'ptBr',
};
const payloadHint = expect.stringContaining('N8N_PAYLOAD_SIZE_MAX') as string;

/** What waiting needs of n8n. */
const pausing = {
	evaluateExpression: () => resumeUrl,
	putExecutionToWait: async () => {},
};

export const chatMessageCases: Case[] = [
	{
		title: 'minimal',
		parameters: create(said),
		exchanges: [[posted(smallest), ok(message)]],
		output: items(message),
	},
	{
		title: 'full',
		parameters: create({
			channelId: picked(ids.channel),
			chatId: picked(ids.chat),
			chatThreadId: typed(ids.thread),
			content: ' Olá! 🎉\n',
			senderId: picked(ids.sender),
			role: typed('user'),
			additionalFields: { externalId: 'crm-20817' },
		}),
		exchanges: [
			[
				posted({
					...smallest,
					chatThreadId: ids.thread,
					content: ' Olá! 🎉\n',
					externalId: 'crm-20817',
					role: 'user',
				}),
				ok(message),
			],
		],
		output: items(message),
	},
	{
		title: 'minimal',
		parameters: getAll({ chatId: ids.chat }),
		exchanges: [[listed({ 'pagination[limit]': '50' }), ok([message, message])]],
		output: items(message, message),
	},
	{
		title: 'full',
		parameters: getAll({
			channelId: picked(ids.channel),
			chatId: picked(ids.chat),
			limit: 1,
			filters: {
				chatThreadId: picked(ids.thread),
				joins: ['senders', 'chat-message-follow-ups'],
				ticketIds: `${ids.ticket}, ${ids.otherTicket}`,
			},
		}),
		exchanges: [
			[
				listed({
					chatThreadId: ids.thread,
					ticketIds: [ids.ticket, ids.otherTicket],
					joins: ['senders', 'chat-message-follow-ups'],
					'pagination[limit]': '1',
				}),
				ok([message]),
			],
		],
		output: items(message),
		hints: ['There may be more results. Raise Limit, or narrow by filters.'],
	},
	{
		title: 'minimal',
		parameters: startExport({ callbackUrl }),
		exchanges: [[exported({ rangeStart: null, callbackUrl }), ok(started)]],
		output: items(started),
	},
	{
		title: 'full',
		parameters: startExport({ callbackUrl, ...period }),
		exchanges: [[exported({ ...periodSent, callbackUrl }), ok(started)]],
		output: items(started),
	},
	{
		title: 'minimal',
		parameters: exportAndWait(),
		exchanges: [[exported({ rangeStart: null, callbackUrl: waitUrl }), ok(started)]],
		output: items(started),
		hints: [payloadHint],
		supplies: pausing,
	},
	{
		title: 'full',
		parameters: exportAndWait({ ...period, options: { maxWaitMinutes: 5 } }),
		exchanges: [[exported({ ...periodSent, callbackUrl: waitUrl }), ok(started)]],
		output: items(started),
		hints: [payloadHint],
		supplies: pausing,
	},
];

export const chatMessageRefusals: Refusal[] = [
	{ parameters: create({ ...said, chatId: 'c1' }), says: `Chat: "c1" ${notUuid}` },
	{ parameters: create({ ...said, chatThreadId: '12' }), says: `Chat Thread: "12" ${notUuid}` },
	{ parameters: create({ ...said, senderId: 'ana' }), says: `Sender: "ana" ${notUuid}` },
	{ parameters: create({ ...said, role: '' }), says: 'Role: is empty' },
	{
		parameters: create({ ...said, content: 'x'.repeat(4_001) }),
		says: 'Content: has 4001 characters; Zaia takes at most 4000',
	},
	{
		parameters: create({ ...said, additionalFields: { externalId: 'ab' } }),
		says: 'External ID: has 2 characters; Zaia takes 3 to 250',
	},
	{ parameters: getAll({ chatId: 'c1' }), says: `Chat: "c1" ${notUuid}` },
	{
		parameters: getAll({ chatId: ids.chat, limit: 1_001 }),
		says: 'Limit: must be a whole number from 1 to 1000',
	},
	{
		parameters: getAll({ chatId: ids.chat, filters: { chatThreadId: '12' } }),
		says: `Chat Thread: "12" ${notUuid}`,
	},
	{
		parameters: getAll({ chatId: ids.chat, filters: { ticketIds: '12' } }),
		says: `Filters › Ticket IDs: "12" ${notUuid}`,
	},
	{
		parameters: startExport({ callbackUrl: 'http://n8n.example.com/x' }),
		says: 'Callback URL: "http://n8n.example.com/x" does not start with https:',
	},
	{
		parameters: startExport({ callbackUrl: 'https://10.0.0.1/x' }),
		says: 'Callback URL: "https://10.0.0.1/x" is on a private network',
	},
	{
		parameters: startExport({ callbackUrl, rangeStart: 'yesterday' }),
		says: 'Range Start: "yesterday" is no date',
	},
	{
		parameters: startExport({ callbackUrl, additionalFields: { rangeEnd: '5/1/26' } }),
		says: 'Range End: "5/1/26" is no date',
	},
	{
		parameters: exportAndWait({ options: { maxWaitMinutes: 0 } }),
		says: 'Max Wait (Minutes): must be more than 0 and at most 43200',
		supplies: pausing,
	},
	{
		parameters: exportAndWait({ rangeStart: '2026-02-30' }),
		says: 'Range Start: "2026-02-30" is no date',
		supplies: pausing,
	},
	{
		parameters: exportAndWait(),
		says: 'This execution\'s address: "http://n8n.example.com/x/delivery?…" does not start with https:',
		supplies: { ...pausing, evaluateExpression: () => 'http://n8n.example.com/x' },
	},
];
