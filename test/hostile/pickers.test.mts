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
/** Rows as any of the lists may hold them. */
const bodies = [
	{
		campaigns: [{ id: 1, name: 'One', agent: { id, name: 'Diana' } }],
		pagination: { has_next: true, next_cursor: 'c' },
	},
	[{ id, name: 'One', superIdentityId: id }],
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
