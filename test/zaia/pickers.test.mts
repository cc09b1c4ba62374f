import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';
import { openList } from './form.mts';

const sandbox = sandboxForTests();
const picked = (value: string) => ({ __rl: true, mode: 'list', value });
const sent = () => sandbox.it.requests('zaia');

test('channels are searched by the vendor', async () => {
	const { results, paginationToken } = await openList(sandbox, 'searchChannels', {}, 'channel 11');
	expect(results[0]).toEqual({ name: 'Channel 11 (00000b)', value: idOf('channel', 11) });
	expect(results).toHaveLength(11);
	// Zaia may have cut the page short.
	expect(paginationToken).toBe('2');
	expect(sent()).toMatchObject([
		{ query: { pageSize: '100', pageNumber: '1', search: 'channel 11' }, status: 200 },
	]);
});

test('a list goes on page by page', async () => {
	const first = await openList(sandbox, 'searchChannels');
	expect(first).toMatchObject({ results: { length: 100 }, paginationToken: '2' });
	const second = await openList(sandbox, 'searchChannels', {}, '', '2');
	expect(second).toMatchObject({ results: { length: 20 }, paginationToken: '3' });
	const third = await openList(sandbox, 'searchChannels', {}, '', '3');
	expect(third).toEqual({ results: [] });
});

test('chats are narrowed to the chosen channel', async () => {
	const channelId = idOf('channel', 3);
	const { results } = await openList(sandbox, 'searchChats', { channelId: picked(channelId) });
	expect(results).toHaveLength(50);
	expect(sent()[0]?.query).toMatchObject({ channelIds: channelId });
});

test.each([undefined, '', '={{ $json.channel }}'])(
	'with %j for a channel all chats are listed',
	async (channelId) => {
		const { results } = await openList(sandbox, 'searchChats', { channelId });
		expect(results).toHaveLength(100);
		expect(sent()[0]).toMatchObject({ query: { pageNumber: '1', pageSize: '100' }, status: 200 });
	},
);

test('a search for a chat reads on until it finds one', async () => {
	const { results } = await openList(sandbox, 'searchChats', {}, 'chat 233');
	expect(results).toEqual([{ name: 'Chat 233 (0000e9)', value: idOf('chat', 233) }]);
	expect(sent()).toHaveLength(3);
});

test('threads are those of the chosen chat', async () => {
	const chatId = picked(idOf('chat', 2));
	const { results } = await openList(sandbox, 'searchThreads', { chatId });
	expect(results.map(({ name }) => name)).toEqual([
		'Thread 1 of Chat 2 (0003e9)',
		'Thread 2 of Chat 2 (0003ea)',
	]);
});

test('without a chat the list of threads says what it needs', async () => {
	await expect(openList(sandbox, 'searchThreads', {})).rejects.toMatchObject({
		message: 'The list needs a chat.',
		description: expect.stringContaining('Choose one under Chat'),
	});
	expect(sent()).toEqual([]);
});

test('senders are responders by their super identity', async () => {
	const { results } = await openList(sandbox, 'searchSenders', {}, 'squad 12');
	expect(results).toEqual([{ name: 'Squad 12 (0000f2)', value: idOf('superIdentity', 242) }]);
});

test('rows without a name show their ID, rows without an ID are left out', async () => {
	sandbox.it.zaia.setDrift({ name: null });
	const { results } = await openList(sandbox, 'searchChannels', {}, '');
	expect(results[0]).toEqual({ name: idOf('channel', 1), value: idOf('channel', 1) });
	sandbox.it.zaia.setDrift({ id: null });
	expect(await openList(sandbox, 'searchChannels')).toMatchObject({ results: [] });
});
