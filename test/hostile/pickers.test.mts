import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { subjects } from '../contract/subjects.mts';
import { openListOf } from '../support/openList.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { Reply, VendorServer } from '../support/vendorServer.mts';
import { answers } from './answers.mts';
import { limitMs, tried } from './runs.mts';
import { isPolluted } from './values.mts';

let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const hard = 'Łódź · Straße · Ação · Smørrebrød · Đức';
const noise = [null, 7, 'text', [], {}, { id: null, name: 'No ID' }, { agent: null }];
/** Rows as any of the lists may hold them. */
const bodies = [
	{
		campaigns: [{ id: 1, name: 'One', agent: { id, name: 'Diana' } }],
		pagination: { has_next: true, next_cursor: 'c' },
	},
	[{ id, name: 'One', superIdentityId: id }],
	{ success: true, campaign: { id: 1, name: 'One', integration: { id } } },
	{ paths: { '/api/v1/chat-messages': { post: { requestBody: { $ref: '#/paths' } } } } },
];

const lists = subjects.flatMap((subject) =>
	Object.keys(subject.node.methods?.listSearch ?? {}).map((search) => ({
		name: subject.name,
		search,
		subject,
	})),
);

test('there are lists in the form', () => expect(lists.length).toBeGreaterThan(5));

test.each(lists)(
	'$name $search shows names and values, or says why not, whatever the vendor answers',
	async ({ search, subject }) => {
		const script = fc.array(answers(bodies), { minLength: 1, maxLength: 3 });
		const typed = fc.constantFrom(undefined, '', 'one', '%00', '\ud800');
		const property = fc.asyncProperty(script, typed, async (replies: Reply[], filter) => {
			server.answer((_request, serial) => replies[Math.min(serial, replies.length) - 1]!);
			const apiKey = `marked-key-${'k'.repeat(20)}`;
			const fields = { chatId: id, channelId: id } as IDataObject;
			const asked = { type: subject.node, credential: subject.credential, search, fields, filter };
			const data = { apiKey, baseUrl: server.baseUrl };
			try {
				const { results } = await openListOf({ ...asked, data });
				for (const { name, value } of results) {
					expect([typeof name, typeof value]).toEqual(['string', 'string']);
				}
			} catch (error) {
				const { name, message } = error as Error;
				expect([name, message]).toEqual(['NodeOperationError', message]);
				expect(message).not.toContain(apiKey);
			}
			expect(isPolluted()).toBe(false);
			// The editor asks again by itself.
			expect(server.arrived.length).toBeLessThanOrEqual(10);
		});
		await tried(property, 30, lists.length);
	},
	limitMs,
);

/** One campaign, whose line has the ID of the campaign. */
function detailOf(pathname: string): string {
	const its = pathname.split('/').at(-1);
	const campaign = { id: its, name: its === id ? hard : 'Other', integration: { id: its } };
	return JSON.stringify({ success: true, campaign });
}

/** A vendor whose own search tells accents apart, with rows that are none among its rows. */
function accentedVendor(): void {
	const row = (name: string, its: unknown) => {
		const one = { id: its, name, superIdentityId: its };
		return { ...one, agent: one };
	};
	// As text, because as a number it would have lost its digits here.
	const lost =
		'{"id":17841405309211845,"name":"Lost","agent":{"id":17841405309211845,"name":"Lost"}}';
	const rows = [row('Other', 'other'), row(hard, id)];
	server.answer(({ target }) => {
		const { pathname, searchParams } = new URL(target, 'http://vendor.example');
		const typed = searchParams.get('search');
		const found = typed === null ? rows : rows.filter(({ name }) => name.includes(typed));
		const list = [...noise, ...found].map((one) => JSON.stringify(one));
		const none = typed !== null && found.length === 0;
		const all = none ? '[]' : `[${[...list, lost].join()}]`;
		const schema = { properties: { role: { enum: [hard] }, language: { enum: [hard] } } };
		const content = { 'application/json': { schema } };
		const post = { post: { requestBody: { content } } };
		const paths = { '/api/v1/chat-messages': post, '/api/v1/chat-messages/export': post };
		const body = pathname.endsWith('/openapi')
			? JSON.stringify({ paths })
			: /\/campaigns\/[^/]+$/.test(pathname)
				? detailOf(pathname)
				: pathname.endsWith('/campaigns')
					? `{"campaigns":${all},"pagination":{"has_next":false}}`
					: all;
		return { status: 200, headers: { 'content-type': 'application/json' }, body };
	});
}

/** Endpoints are found by their paths and are no rows: test/zaia/apiForm.test. */
const ofRows = lists.filter(({ search }) => search !== 'searchEndpoints');

test.each(ofRows)(
	'$name $search finds a name typed without accents, and shows no ID that has lost digits',
	async ({ search, subject }) => {
		accentedVendor();
		const fields = { chatId: id, channelId: id } as IDataObject;
		const data = { apiKey: 'k', baseUrl: server.baseUrl };
		const asked = { type: subject.node, credential: subject.credential, search, fields, data };
		const typed = 'lodz · strasse · acao · smorrebrod · duc';
		for (const filter of [typed, typed.normalize('NFD').toUpperCase(), hard]) {
			const { results } = await openListOf({ ...asked, filter });
			expect(results.map(({ name }) => name.replace(/ \([\w-]+\)$/, ''))).toEqual([hard]);
		}
		const { results } = await openListOf(asked);
		expect(JSON.stringify(results)).not.toMatch(/178414|Lost|No ID|null/);
		expect((await openListOf({ ...asked, filter: 'nobody' })).results).toEqual([]);
	},
);
