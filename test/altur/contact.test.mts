import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const run = async (parameters: object, items: object[] = [{}], more: object = {}) =>
	await altur(sandbox, {
		...more,
		parameters: { resource: 'contact', campaignId: 1001, ...parameters },
		items: items as [],
	});
const sent = () => sandbox.it.requests('altur').filter(({ method }) => method !== 'POST');
const fill = async (count: number) =>
	await run(
		{ operation: 'add', phoneNumber: '={{ $json.phone }}' },
		Array.from({ length: count }, (_, index) => ({ phone: `+52551000${1000 + index}` })),
	);

test('a contact comes out of its wrapping', async () => {
	await fill(1);
	const { outputs } = await run({ operation: 'get', contactId: 1 });
	expect(outputs[0]).toMatchObject([
		{ json: { id: 1, contact: '+525510001000', status: 'queue' }, pairedItem: { item: 0 } },
	]);
	expect(sent()).toMatchObject([{ method: 'GET', path: '/campaigns/1001/contacts/1' }]);
});

test('a deleted contact answers that it is deleted', async () => {
	await fill(1);
	const { outputs, error } = await run({ operation: 'delete', contactId: '1' });
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([{ json: { deleted: true } }]);
	expect(sent()).toMatchObject([
		{ method: 'DELETE', path: '/campaigns/1001/contacts/1', status: 204 },
	]);
});

test.each([[[{ id: 1 }]], [{ deleted: false }], [{ status: 'failed' }], [['ok']]])(
	'a deletion that is answered with %j is not told as done',
	async (body) => {
		await fill(1);
		const fault = { kind: 'status', status: 200, body, carriedOut: true } as const;
		sandbox.it.fail({ vendor: 'altur', method: 'DELETE', fault });
		const { error } = await run({ operation: 'delete', contactId: '1' });
		expect(error?.message).toMatch(/may have been carried out/);
	},
);

test('a contact that may not be deleted now says when it may', async () => {
	await fill(1);
	sandbox.it.fail({
		vendor: 'altur',
		method: 'DELETE',
		fault: { kind: 'status', status: 409, body: { error: 409, message: 'CONTACT_NOT_DELETABLE' } },
	});
	const { error } = await run({ operation: 'delete', contactId: 1 });
	expect(error?.message).toContain('CONTACT_NOT_DELETABLE (409)');
	expect(error?.description).toContain('only while it is in queue or failed');
});

test('all contacts are read page by page, by the page’s index', async () => {
	await fill(250);
	const { outputs } = await run({
		operation: 'getAll',
		returnAll: true,
		filters: { status: 'queue' },
	});
	expect(outputs[0]).toHaveLength(250);
	expect(new Set(outputs[0].map(({ json }) => json.id)).size).toBe(250);
	expect(sent().map(({ query }) => query)).toEqual(
		['0', '1', '2'].map((pageIndex) => ({ pageSize: '100', pageIndex, status: 'queue' })),
	);
});

test.each([
	[{ campaignId: 'x' }, 'Campaign: "x"'],
	[{ contactId: '1/..' }, 'Contact ID: "1/.."'],
])('the IDs %j are refused before anything is sent', async (ids, reason) => {
	const { error } = await run({ operation: 'delete', contactId: 1, ...ids });
	expect(error?.message).toContain(reason);
	expect(sent()).toHaveLength(0);
});
