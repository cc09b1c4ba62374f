import type { IDataObject } from 'n8n-workflow';
import { agents } from '../../sandbox/altur/agents.mts';
import { json, standInForTests } from '../support/n8nStandIn.mts';
import type { Arrived } from '../support/vendorServer.mts';

const { run, search, answer, arrived } = standInForTests('JSON', ['alturApi', 'zaiaApi']);

const call = (context: string): IDataObject => ({
	...{ resource: 'call', operation: 'create', agentId: agents.diana.id },
	...{ phoneNumber: '+525512345678', additionalFields: { context } },
});
const contact = (additionalFields: IDataObject): IDataObject => ({
	...{ resource: 'contact', operation: 'add', campaignId: '7', phoneNumber: '+525512345678' },
	additionalFields,
});
const bodies = () => arrived().map(({ body }) => JSON.parse(body) as IDataObject);

const named = (name: unknown): IDataObject =>
	contact({ extractedData: { field: [{ name, value: 'paid' }] } } as IDataObject);

test.each([
	[call('={{ { due: new Date("soon") } }}'), 'Context › due: is not a valid date'],
	[call('={{ { due: [DateTime.fromISO("soon")] } }}'), 'Context › due.0: is not a valid date'],
	[call('={{ DateTime.fromISO("soon") }}'), 'Context: is not a valid date'],
	[call('={{ new Date("soon") }}'), 'Context: is not a valid date'],
	[call('={{ { list: [1, undefined, 3] } }}'), 'Context › list.1: is undefined'],
	[call('={{ { [$json.id]: "paid" } }}'), 'its name may be a number that has lost digits'],
	[named('={{ $json.id }}'), 'the name of a field must be text: this number has too many digits'],
	[
		contact({ extractedData: { object: [{ json: '{"due":1,"due":2}' }] } }),
		'Extracted Data: "due" is there twice',
	],
])('what JSON would change or lose reaches nobody: %j', async (parameters, words) => {
	const [item] = await run('altur', parameters, [{ id: JSON.parse('9007199254740993') as number }]);
	expect(bodies()).toEqual([]);
	const { outcome, message, reason } = item!.json;
	expect({ outcome, said: [message, reason].join(' ') }).toEqual({
		outcome: 'refused',
		said: expect.stringContaining(words) as unknown,
	});
});

test('a date is its ISO text, alone and inside an object', async () => {
	const at = '2026-11-26T09:00:00.000-06:00';
	const luxon = `DateTime.fromISO("${at}", { setZone: true })`;
	const date = `new Date("${at}")`;
	const sent = async (context: string) => {
		await run('altur', call(context));
		return bodies()[0]!.end_user_context;
	};
	expect(await sent(`={{ ${luxon} }}`)).toBe(at);
	expect(await sent(`={{ { due: ${luxon} } }}`)).toEqual({ due: at });
	expect(await sent(`={{ ${date} }}`)).toBe('2026-11-26T15:00:00.000Z');
	expect(await sent(`={{ { due: ${date} } }}`)).toEqual({ due: '2026-11-26T15:00:00.000Z' });
});

const queryOf = ({ target }: Arrived) => new URL(target, 'http://zaia.example').searchParams;

test('pages that are smaller, and counted by the size asked for, are read without a gap', async () => {
	const all = Array.from({ length: 107 }, (_, at) => ({ id: `chat ${at}` }));
	const chats = { resource: 'chat', operation: 'getAll', returnAll: true };
	const items = await run('zaia', chats, [{}], (request) => {
		const size = Number(queryOf(request).get('pageSize'));
		const start = (Number(queryOf(request).get('pageNumber')) - 1) * size;
		return json(all.slice(start, start + Math.min(size, 50)));
	});
	expect(items.map((item) => item.json)).toEqual(all);
});

test('what is no row comes out in its place, paired with its input', async () => {
	const campaigns = [{ id: 1 }, null, 7, { id: 2 }];
	const many = { resource: 'campaign', operation: 'getAll' };
	const items = await run('altur', many, [{}, {}], () =>
		json({ campaigns, pagination: { has_next: false } }),
	);
	const rows = [{ id: 1 }, { value: null }, { value: 7 }, { id: 2 }];
	expect(items.map((item) => [item.json, item.pairedItem])).toEqual(
		[0, 1].flatMap((item) => rows.map((row) => [row, { item }])),
	);
});

test('a picker finds what the vendor’s own search does not', async () => {
	const names = ['Soporte', 'Atención Łódź'];
	answer((request) => {
		const typed = queryOf(request).get('search') ?? '';
		return json(names.filter((name) => name.includes(typed)).map((name) => ({ id: name, name })));
	});
	const place = { resource: 'externalUser', operation: 'authenticate' };
	const results = await search('zaia', ['channelId', 'searchChannels'], place, 'atencion lodz');
	expect(results.map(({ value }) => value)).toEqual(['Atención Łódź']);
});
