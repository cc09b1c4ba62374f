import type { IDataObject } from 'n8n-workflow';
import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';

const sandbox = sandboxForTests();

const list = async (resource: string, parameters: IDataObject = {}) =>
	await zaia(sandbox, { parameters: { resource, operation: 'getAll', ...parameters } });

const sent = () => sandbox.it.requests('zaia');
const queries = () => sent().map(({ query }) => query);

const chatId = idOf('chat', 1);

/** Every list: its path, how many rows the sandbox has, and every filter. */
const lists: Array<[string, string, number, IDataObject, IDataObject]> = [
	[
		'agent',
		'/api/v1/agents',
		230,
		{ search: 'ana', squadIds: idOf('squad', 2), joins: ['squads'] },
		{ search: 'ana', squadIds: idOf('squad', 2), joins: 'squads' },
	],
	[
		'squad',
		'/api/v1/squads',
		12,
		{ agentIds: [idOf('agent', 1), idOf('agent', 2)], joins: ['agents'] },
		{ agentIds: [idOf('agent', 1), idOf('agent', 2)], joins: 'agents' },
	],
	[
		'channel',
		'/api/v1/channels',
		120,
		{ search: 'Channel 1', responderIds: idOf('superIdentity', 2) },
		{ search: 'Channel 1', responderIds: idOf('superIdentity', 2) },
	],
	[
		'chat',
		'/api/v1/chats',
		250,
		{
			channelIds: `${idOf('channel', 1)}\n${idOf('channel', 2)}`,
			channelTypes: ['widget', 'api'],
			lastChatMessageCreatedAtStart: '2026-01-10',
			lastChatMessageCreatedAtEnd: '2026-02-01',
			ownerIds: idOf('owner', 1),
		},
		{
			channelIds: [idOf('channel', 1), idOf('channel', 2)],
			channelTypes: ['widget', 'api'],
			lastChatMessageCreatedAtStart: '2026-01-10T00:00:00-05:00',
			lastChatMessageCreatedAtEnd: '2026-02-01T23:59:59.999-05:00',
			ownerIds: idOf('owner', 1),
		},
	],
	['chatThread', '/api/v1/chat-threads', 130, {}, {}],
	[
		'externalUser',
		'/api/v1/external-users',
		120,
		{ channelIds: idOf('channel', 1), externalUserGroupIds: idOf('externalUserGroup', 1) },
		{ channelIds: idOf('channel', 1), externalUserGroupIds: idOf('externalUserGroup', 1) },
	],
	[
		'responder',
		'/api/v1/super-identities/responders',
		247,
		{ search: 'squad', responderEntities: ['squads'], versionIds: idOf('version', 1) },
		{ search: 'squad', responderEntities: 'squads', versionIds: idOf('version', 1) },
	],
	[
		'followUp',
		'/api/v1/chat-message-follow-ups',
		130,
		{
			chatIds: idOf('chat', 1),
			chatMessageIds: idOf('message', 3),
			statuses: ['pending', 'sent'],
			triggerChatMessageIds: idOf('message', 4),
		},
		{
			chatIds: idOf('chat', 1),
			chatMessageIds: idOf('message', 3),
			statuses: ['pending', 'sent'],
			triggerChatMessageIds: idOf('message', 4),
		},
	],
];

const of = (resource: string): IDataObject => (resource === 'chatThread' ? { chatId } : {});

describe.each(lists)('the list of %s', (resource, path, total, filters, query) => {
	test('comes whole, page by page of 100 from page 1', async () => {
		const { outputs, error } = await list(resource, { ...of(resource), returnAll: true });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(total);
		// A page that is not full may have been cut short by Zaia, but for one of fewer than ten rows.
		const isShort = total >= 10 && total < 100;
		const pages = isShort ? 2 : Math.floor(total / 100) + 1;
		expect(sent()).toHaveLength(pages);
		expect(sent().every((request) => request.method === 'GET' && request.path === path)).toBe(true);
		expect(queries()).toEqual(
			Array.from({ length: pages }, (_, page) => ({
				...of(resource),
				// Then it is asked for pages of the size that it gives.
				pageSize: isShort && page > 0 ? String(total) : '100',
				pageNumber: String(page + 1),
			})),
		);
	});

	test('comes up to the limit', async () => {
		const { outputs } = await list(resource, { ...of(resource), limit: 5 });
		expect(outputs[0]).toHaveLength(5);
		expect(queries()).toEqual([{ ...of(resource), pageSize: '5', pageNumber: '1' }]);
	});

	test('is narrowed by every filter the vendor names', async () => {
		const { error } = await list(resource, { ...of(resource), filters });
		expect(error).toBeUndefined();
		expect(sent()[0]).toMatchObject({ status: 200 });
		expect(queries()[0]).toEqual({ ...of(resource), ...query, pageSize: '50', pageNumber: '1' });
	});
});

test('a limit above a page is spread over pages of equal size, in order', async () => {
	const { outputs, hints } = await list('agent', { limit: 150 });
	expect(outputs[0]?.map(({ json }) => json.id)).toEqual(
		Array.from({ length: 150 }, (_, index) => idOf('agent', index + 1)),
	);
	expect(queries()).toMatchObject([
		{ pageSize: '75', pageNumber: '1' },
		{ pageSize: '75', pageNumber: '2' },
	]);
	expect(hints).toEqual([expect.stringContaining('There may be more results')]);
});

test('a limit of 0 in any row is refused before anything is sent', async () => {
	const { error } = await zaia(sandbox, {
		parameters: { resource: 'agent', operation: 'getAll', limit: '={{ $json.limit }}' },
		items: [{ limit: 1 }, { limit: 0 }],
	});
	expect(error?.message).toContain('Row 2: Limit: must be a whole number');
	expect(sent()).toEqual([]);
});

test('threads without a chat are refused before anything is sent', async () => {
	const { error } = await list('chatThread', { chatId: '={{ $json.nothing }}' });
	expect(error?.message).toContain('Chat: is empty');
	expect(sent()).toEqual([]);
});

test('a last message after its end is refused before anything is sent', async () => {
	const filters = {
		lastChatMessageCreatedAtStart: '2026-03-01',
		lastChatMessageCreatedAtEnd: '2026-02-01',
	};
	const { error } = await list('chat', { filters });
	expect(error?.message).toContain('Last Message After: is after Last Message Before');
	expect(sent()).toEqual([]);
});

test('fields that appear, change or vanish do not break a list', async () => {
	sandbox.it.zaia.setDrift({ name: { pt: 'Ana' }, id: null, added: [1] });
	const { outputs, error } = await list('agent', { limit: 1 });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ name: { pt: 'Ana' }, id: null, added: [1] });
});

test('a list of texts still comes out', async () => {
	const body = ['a', 'b'];
	sandbox.it.fail({ vendor: 'zaia', fault: { kind: 'status', status: 200, body } });
	const { outputs, error } = await list('agent');
	expect(error).toBeUndefined();
	expect(outputs[0]?.map(({ json }) => json)).toEqual([{ value: 'a' }, { value: 'b' }]);
});
