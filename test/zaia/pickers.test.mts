import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';
import { openListOf } from '../support/openList.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { VendorServer } from '../support/vendorServer.mts';
import { openList } from './form.mts';

const sandbox = sandboxForTests();
const picked = (value: string) => ({ __rl: true, mode: 'list', value });
const sent = () => sandbox.it.requests('zaia');

test('channels are searched by the vendor', async () => {
	const { results, paginationToken } = await openList(sandbox, 'searchChannels', {}, 'channel 11');
	expect(results[0]).toEqual({ name: 'Channel 11 (00000b)', value: idOf('channel', 11) });
	expect(results).toHaveLength(11);
	// Zaia may have cut the page short; the next one is asked for in that size.
	expect(paginationToken).toBe('2 11');
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

test('rows without a name show their ID, rows without an ID are not shown', async () => {
	sandbox.it.zaia.setDrift({ name: null });
	const { results } = await openList(sandbox, 'searchChannels', {}, '');
	expect(results[0]).toEqual({ name: idOf('channel', 1), value: idOf('channel', 1) });
	sandbox.it.zaia.setDrift({ id: null });
	expect(await openList(sandbox, 'searchChannels')).toMatchObject({ results: [] });
});

describe('over a vendor that gives what it is told to', () => {
	let server: VendorServer;
	beforeAll(async () => void (server = await startVendorServer()));
	afterAll(async () => await server.close());

	const open = async (filter = '', token?: string) =>
		await openListOf({
			...{ type: new Zaia(), credential: new ZaiaApi(), search: 'searchChannels' },
			...{ data: { apiKey: 'k', baseUrl: server.baseUrl }, filter, token },
		});
	const asked = () =>
		server.arrived.map(({ target }) => {
			const query = new URL(target, 'http://zaia.example').searchParams;
			return ['pageNumber', 'pageSize', 'search']
				.map((name) => query.get(name))
				.join(' ')
				.trim();
		});
	const names = Array.from({ length: 230 }, (_, at) => `Canal ${at}`);
	names[180] = 'Atención 180';
	/** Gives at most `most` rows a page, which begin where the size asked for says. */
	const gives = (most: number) =>
		server.answer(({ target }) => {
			const query = new URL(target, 'http://zaia.example').searchParams;
			const typed = query.get('search') ?? '';
			const found = names.filter((name) => name.includes(typed));
			const size = Number(query.get('pageSize'));
			const start = (Number(query.get('pageNumber')) - 1) * size;
			const page = found.slice(start, start + Math.min(most, size));
			const rows = page.map((name) => ({ id: name, name }));
			return { status: 200, headers: {}, body: JSON.stringify(rows) };
		});

	test('where its own search finds nothing the list itself is searched, also by the next look', async () => {
		gives(100);
		const first = await open('ATENCION');
		expect(first.results).toEqual([{ name: 'Atención 180 (ón 180)', value: 'Atención 180' }]);
		expect(asked()).toEqual(['1 100 ATENCION', '1 100', '2 100']);
		server.arrived.length = 0;
		expect(first.paginationToken).toBe('3 100 ours');
		expect(await open('ATENCION', '3 100 ours')).toEqual({ results: [] });
		expect(asked()).toEqual(['3 100', '4 100']);
	});

	test('a list whose pages are smaller than asked for is read on without a gap', async () => {
		gives(50);
		const shown: string[] = [];
		let token: string | undefined;
		do {
			const { results, paginationToken } = await open('', token);
			shown.push(...results.map(({ value }) => String(value)));
			token = paginationToken as string | undefined;
		} while (token !== undefined);
		expect(shown).toEqual(names);
	});
});
