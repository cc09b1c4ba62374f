import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';

const sandbox = sandboxForTests();

const message = {
	resource: 'chatMessage',
	operation: 'create',
	chatId: { __rl: true, mode: 'id', value: idOf('chat', 1) },
	chatThreadId: '',
	content: 'Olá! Seu pedido saiu hoje. 🎉',
	senderId: idOf('superIdentity', 1),
	role: { __rl: true, mode: 'list', value: 'assistant' },
};

const create = async (parameters: object = {}) =>
	await zaia(sandbox, { parameters: { ...message, ...parameters } });

const sent = () => sandbox.it.requests('zaia').at(-1);

test('all six keys go out, with explicit nulls for those that are empty', async () => {
	const { outputs, error } = await create();
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject({
		method: 'POST',
		path: '/api/v1/chat-messages',
		headers: { authorization: '<valid key>', 'content-type': 'application/json' },
		status: 200,
	});
	expect(sent()?.body).toStrictEqual({
		chatId: idOf('chat', 1),
		chatThreadId: null,
		content: 'Olá! Seu pedido saiu hoje. 🎉',
		externalId: null,
		senderId: idOf('superIdentity', 1),
		role: 'assistant',
	});
	expect(outputs[0]?.[0]).toMatchObject({
		json: { chatId: idOf('chat', 1), externalId: null, content: message.content },
		pairedItem: { item: 0 },
	});
});

test('a thread and an external ID go out as typed', async () => {
	await create({
		chatThreadId: { __rl: true, mode: 'list', value: idOf('thread', 1) },
		additionalFields: { externalId: 'crm-20817' },
	});
	expect(sent()?.body).toMatchObject({
		chatThreadId: idOf('thread', 1),
		externalId: 'crm-20817',
	});
});

test('spaces and line breaks at the ends of the content stay', async () => {
	await create({ content: '  - first\n' });
	expect(sent()?.body).toMatchObject({ content: '  - first\n' });
});

test('4,000 characters are sent, emoji counted as people count them', async () => {
	const content = '🎉'.repeat(4_000);
	const { error } = await create({ content });
	expect(error).toBeUndefined();
	expect(sent()?.body).toMatchObject({ content });
});

test.each([
	['content of 4,001 characters', { content: 'x'.repeat(4_001) }, 'Content: has 4001 characters'],
	['content of spaces', { content: ' \n ' }, 'Content: is empty'],
	['an external ID of 2', { additionalFields: { externalId: 'ab' } }, 'External ID: has 2 char'],
	[
		'an external ID of 251',
		{ additionalFields: { externalId: 'x'.repeat(251) } },
		'External ID: has 251 characters; Zaia takes 3 to 250',
	],
	['a chat that is no UUID', { chatId: 'chat-1' }, 'Chat: "chat-1" is no UUID'],
	['a thread that is no UUID', { chatThreadId: '12' }, 'Chat Thread: "12" is no UUID'],
	['a sender that is no UUID', { senderId: 'ana' }, 'Sender: "ana" is no UUID'],
	['no chat', { chatId: '={{ $json.nothing }}' }, 'Chat: is empty'],
	['no sender', { senderId: '={{ $json.nothing }}' }, 'Sender: is empty'],
	['no role', { role: '={{ $json.nothing }}' }, 'Role: is empty'],
])('%s is refused before anything is sent', async (_what, parameters, words) => {
	const { error } = await create(parameters);
	expect(error?.message).toContain(words);
	expect(sandbox.it.requests('zaia')).toEqual([]);
});

test('a bad row anywhere sends nothing, and every bad row is named', async () => {
	const { error } = await zaia(sandbox, {
		parameters: { ...message, content: '={{ $json.content }}' },
		items: [{ content: 'good' }, { content: '' }, { content: 'x'.repeat(5_000) }],
	});
	expect(error?.message).toContain('Row 2: Content: is empty');
	expect(error?.message).toContain('Row 3: Content: has 5000 characters');
	expect(sandbox.it.requests('zaia')).toEqual([]);
});

test('a role that the list does not know is sent as typed, and Zaia decides', async () => {
	const { error } = await create({ role: { __rl: true, mode: 'id', value: 'moderator' } });
	expect(sent()).toMatchObject({ status: 400, body: { role: 'moderator' } });
	expect(error?.message).toContain('Zaia answered: role must be equal to one of');
});

test('Zaia’s words for people come first in an error', async () => {
	const { error } = await create({ chatId: idOf('chat', 999) });
	expect(error?.message).toBe(
		'Zaia answered: Chat not found (404). "Create a chat message" was not carried out.',
	);
});

test('after a lost answer the message is not sent again, not even by Retry On Fail', async () => {
	sandbox.it.fail({ vendor: 'zaia', method: 'POST', fault: { kind: 'reset' } });
	const { error } = await zaia(sandbox, { parameters: message, tries: 3 });
	expect(error?.message).toContain('may have been carried out');
	expect(sandbox.it.counts('zaia').count).toBe(1);
});

test('the key goes out raw, without the spaces that were pasted with it', async () => {
	await zaia(sandbox, { parameters: message, key: ' sandbox-zaia-key\n' });
	expect(sent()?.headers.authorization).toBe('<valid key>');
	const { error } = await zaia(sandbox, { parameters: message, key: 'Bearer sandbox-zaia-key' });
	expect(error?.message).toContain('Zaia answered: Unauthorized (401)');
	expect(JSON.stringify(error)).not.toContain('sandbox-zaia-key');
});

test('a Base URL with a trailing slash works', async () => {
	const { error } = await zaia(sandbox, { parameters: message, baseUrl: `${sandbox.url}/zaia/` });
	expect(error).toBeUndefined();
});
