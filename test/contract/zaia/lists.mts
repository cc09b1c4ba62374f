import type { IDataObject } from 'n8n-workflow';
import { items, moreMayExist, of, ok, picked } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { ids, notUuid } from './samples.mts';

type Query = Record<string, string | string[]>;

interface List {
	resource: string;
	path: string;
	filters: IDataObject;
	query: Query;
	/** What the list cannot do without. */
	parameters?: IDataObject;
	required?: Query;
	/** What only the form uses. */
	more?: IDataObject;
}

const lists: List[] = [
	{
		resource: 'agent',
		path: 'agents',
		filters: { joins: ['squads'], search: ' Ana ', squadIds: ids.squad },
		query: { joins: 'squads', search: 'Ana', squadIds: ids.squad },
	},
	{
		resource: 'channel',
		path: 'channels',
		filters: { responderIds: ids.sender, search: 'shop' },
		query: { responderIds: ids.sender, search: 'shop' },
	},
	{
		resource: 'chat',
		path: 'chats',
		filters: {
			channelIds: [ids.channel],
			channelTypes: ['api', 'widget'],
			lastChatMessageCreatedAtEnd: '2026-02-01',
			lastChatMessageCreatedAtStart: '2026-01-10',
			ownerIds: ids.owner,
		},
		query: {
			channelIds: ids.channel,
			channelTypes: ['api', 'widget'],
			lastChatMessageCreatedAtEnd: '2026-02-01T23:59:59.999-06:00',
			lastChatMessageCreatedAtStart: '2026-01-10T00:00:00-06:00',
			ownerIds: ids.owner,
		},
	},
	{
		resource: 'chatThread',
		path: 'chat-threads',
		filters: {},
		query: {},
		parameters: { chatId: ids.chat },
		required: { chatId: ids.chat },
		more: { chatId: picked(ids.chat), channelId: picked(ids.channel) },
	},
	{
		resource: 'externalUser',
		path: 'external-users',
		filters: { channelIds: ids.channel, externalUserGroupIds: ids.group },
		query: { channelIds: ids.channel, externalUserGroupIds: ids.group },
	},
	{
		resource: 'followUp',
		path: 'chat-message-follow-ups',
		filters: {
			chatIds: ids.chat,
			chatMessageIds: ids.message,
			statuses: ['pending', 'sent'],
			triggerChatMessageIds: ids.message,
		},
		query: {
			chatIds: ids.chat,
			chatMessageIds: ids.message,
			statuses: ['pending', 'sent'],
			triggerChatMessageIds: ids.message,
		},
	},
	{
		resource: 'responder',
		path: 'super-identities/responders',
		filters: { responderEntities: ['agents'], search: 'Ana', versionIds: ids.version },
		query: { responderEntities: 'agents', search: 'Ana', versionIds: ids.version },
	},
	{
		resource: 'squad',
		path: 'squads',
		filters: { agentIds: ids.agent, joins: ['agents'] },
		query: { agentIds: ids.agent, joins: 'agents' },
	},
];

/** The one field that the rows of all lists have. */
const row = { id: ids.agent };

const other = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

function casesOf({ resource, path, filters, query, parameters, required, ...list }: List): Case[] {
	const getAll = of(resource, 'getAll');
	const page = (size: number, asked: Query, pageNumber = 1) => ({
		method: 'GET',
		path: `/api/v1/${path}`,
		query: { ...required, ...asked, pageNumber: String(pageNumber), pageSize: String(size) },
	});
	const fullPage = Array.from({ length: 100 }, (_row, at) => ({ ...row, id: other(at) }));
	const narrowed = Object.keys(filters).length > 0 ? { filters } : {};
	return [
		{
			title: 'minimal',
			parameters: getAll(parameters),
			exchanges: [[page(50, {}), ok([row])]],
			output: items(row),
		},
		{
			title: 'full',
			parameters: getAll({ ...parameters, ...list.more, limit: 1, ...narrowed }),
			exchanges: [[page(1, query), ok([row])]],
			output: items(row),
			hints: [moreMayExist],
		},
		{
			title: 'all, page by page',
			parameters: getAll({ ...parameters, returnAll: true }),
			exchanges: [
				[page(100, {}), ok(fullPage)],
				[page(100, {}, 2), ok([row])],
			],
			output: items(...fullPage, row),
		},
	];
}

/** Every filter that takes IDs refuses what is none. */
function refusalsOf({ resource, filters, parameters }: List): Refusal[] {
	return Object.keys(filters)
		.filter((name) => name.endsWith('Ids'))
		.map((name) => ({
			parameters: of(resource, 'getAll')({ ...parameters, filters: { [name]: 'x' } }),
			says: `Filters › ${titleOf(name)}: "x" ${notUuid}`,
		}));
}

/** `chatMessageIds` reads "Chat Message IDs". */
const titleOf = (name: string): string =>
	name
		.replace(/Ids$/, ' IDs')
		.replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
		.replace(/^./, (letter) => letter.toUpperCase());

export const listCases: Case[] = lists.flatMap(casesOf);

export const listRefusals: Refusal[] = [
	...lists.flatMap(refusalsOf),
	...lists.map(({ resource, parameters }) => ({
		parameters: of(resource, 'getAll')({ ...parameters, limit: 0 }),
		says: 'Limit: must be a whole number from 1 to 1000000',
	})),
	{ parameters: of('chatThread', 'getAll')({ chatId: 'c1' }), says: `Chat: "c1" ${notUuid}` },
	{
		parameters: of('chat', 'getAll')({ filters: { lastChatMessageCreatedAtStart: 'soon' } }),
		says: 'Last Message After: "soon" is no date',
	},
	{
		parameters: of('chat', 'getAll')({ filters: { lastChatMessageCreatedAtEnd: 'soon' } }),
		says: 'Last Message Before: "soon" is no date',
	},
];
