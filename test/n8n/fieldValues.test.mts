import type { IDataObject } from 'n8n-workflow';
import { agents } from '../../sandbox/altur/agents.mts';
import { json, standInForTests } from '../support/n8nStandIn.mts';
import type { Arrived } from '../support/vendorServer.mts';

const {
	run: itemsOf,
	search,
	answer,
	arrived,
} = standInForTests('Field', ['alturApi', 'guruSupApi', 'zaiaApi']);

/** What comes out, row by row. */
const run = async (...asked: Parameters<typeof itemsOf>) =>
	(await itemsOf(...asked)).map((item) => item.json);

const create = (more: IDataObject): IDataObject => ({
	resource: 'call',
	operation: 'create',
	agentId: agents.diana.id,
	phoneNumber: '+525512345678',
	additionalFields: more,
});
const id = 17_841_405_309_211_844;
const many = 'must be text: this number has too many digits';

test('an ID that has lost digits is refused in every text field, and nobody else’s is sent (B05)', async () => {
	const message = { resource: 'message', operation: 'create', body: 'Hola' };
	const out = await run(
		'guruSup',
		{ ...message, userFid: '={{ $json.from }}', threadFid: '={{ $json.thread }}' },
		[
			{ from: id, thread: 'a' },
			{ from: 'a', thread: id },
			{ from: 1e21, thread: 'a' },
			{ from: '17841405309211845', thread: '17841405309211847' },
		],
	);
	expect(out.map(({ message: said }) => said)).toMatchObject([
		expect.stringContaining(many),
		expect.stringContaining(many),
		expect.stringContaining(many),
		undefined,
	]);
	expect(arrived().map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
		{ user_fid: '17841405309211845', thread_fid: '17841405309211847' },
	]);
	const thread = { resource: 'thread', operation: 'get', threadId: '={{ $json.id }}' };
	expect(await run('guruSup', thread, [{ id }])).toMatchObject([
		{ message: expect.stringContaining(many) },
	]);
	const contact = {
		resource: 'contact',
		operation: 'add',
		campaignId: '7',
		phoneNumber: '+525512345678',
	};
	const fields = { additionalFields: { externalId: '={{ $json.id }}' } };
	expect(await run('altur', { ...contact, ...fields }, [{ id }])).toMatchObject([
		{ reason: expect.stringContaining(many) },
	]);
	expect(arrived()).toEqual([]);
});

test('text leaves as typed, and what cannot leave as it is does not leave (B14, B15, B19)', async () => {
	const context =
		'{"saldo": 1200.00, "pagos": {"2026-12": "x", "10": "b", "2": "a"}, "tasa": 1.10}';
	const contact = {
		resource: 'contact',
		operation: 'add',
		campaignId: '7',
		phoneNumber: '+525512345678',
	};
	await run('altur', { ...contact, additionalFields: { context: '={{ $json.ctx }}' } }, [
		{ ctx: context },
	]);
	expect(JSON.parse(arrived()[0]!.body)).toMatchObject({ contacts: [{ context }] });
	await run('altur', create({ context: '={{ $json.ctx }}' }), [{ ctx: context }]);
	expect(JSON.parse(arrived()[0]!.body)).toMatchObject({ end_user_context: context });
	const [half, notANumber] = [
		await run('altur', create({ initialMessage: '={{ $json.m.slice(0, 10) }}' }), [
			{ m: 'Hola Ana 😀' },
		]),
		await run('altur', create({ context: '={{ { saldo: Number("1,200") } }}' }), [{}]),
	];
	expect(half).toMatchObject([
		{ outcome: 'refused', message: expect.stringContaining('half a character') },
	]);
	expect(notANumber).toMatchObject([
		{ outcome: 'refused', message: expect.stringContaining('Context › saldo: is NaN') },
	]);
	expect(arrived()).toEqual([]);
});

const rows = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_row, at) => ({
		id: `00000001-0000-4000-8000-${String(first + at).padStart(12, '0')}`,
	}));
const pageOf = ({ target }: Arrived, name: string): number =>
	Number(new URL(target, 'http://x').searchParams.get(name));

test('a list is read to its end, once each, and no list is not an empty one (C10, B23, C13)', async () => {
	const chats = { resource: 'chat', operation: 'getAll', returnAll: true };
	const capped = [rows(0, 49), rows(50, 99), rows(100, 106)];
	const zaia = await run('zaia', chats, [{}], (request) =>
		json(capped[pageOf(request, 'pageNumber') - 1] ?? []),
	);
	expect(zaia).toHaveLength(107);
	const contacts = { resource: 'contact', operation: 'getAll', campaignId: '7', returnAll: true };
	const shifting = [rows(0, 99), rows(95, 194), rows(190, 249)];
	const altur = await run('altur', contacts, [{}], (request) => {
		const page = pageOf(request, 'pageIndex');
		return json({ contacts: shifting[page], pagination: { has_next: page < 2 } });
	});
	expect(altur.map((row) => row.id)).toEqual(rows(0, 249).map((row) => row.id));
	for (const body of [{ message: 'no contacts' }, { contacts: null, results: [{ id: 1 }] }]) {
		expect(await run('altur', contacts, [{}], () => json(body))).toMatchObject([
			{ outcome: 'failed', message: 'The answer holds no list.' },
		]);
	}
});

test('a picker finds names without accents, composed or decomposed (B20)', async () => {
	const campaigns = ['Sofía', 'Jose\u0301'].map((name, at) => ({
		id: at + 1,
		name: 'Otoño',
		agent: { id: `a2e3b9a6-3a3c-4a5f-9a94-1b1f4a0c6d1${at}`, name },
	}));
	answer(() => json({ total_count: 2, campaigns, pagination: { has_next: false } }));
	const find = async (filter: string) => {
		const found = await search('altur', ['agentId', 'searchAgents'], create({}), filter);
		return found.map((one) => one.name.normalize('NFC'));
	};
	expect(await find('sofia')).toEqual(['Sofía']);
	expect(await find('José')).toEqual(['José']);
});
