import type { IDataObject } from 'n8n-workflow';
import { sandboxForTests } from '../support/altur.mts';
import { guruSup } from '../support/gurusup.mts';

const sandbox = sandboxForTests();
const create = {
	resource: 'message',
	operation: 'create',
	body: '={{ $json.text }}',
	userFid: 'ana',
	threadFid: 'web-9',
};
const posts = () => sandbox.it.requests('gurusup').filter(({ method }) => method === 'POST');
const answering = (body: unknown, status = 200) =>
	sandbox.it.fail({ vendor: 'gurusup', fault: { kind: 'status', status, body, carriedOut: true } });

test('an empty field in any row sends nothing, and every such row is named', async () => {
	const { error } = await guruSup(sandbox, {
		parameters: { ...create, userFid: '={{ $json.user }}' },
		items: [
			{ text: 'Hi', user: 'ana' },
			{ text: ' \n', user: 'ana' },
			{ text: 'Hi', user: '' },
		],
	});
	expect(error?.message).toContain('Row 2: Body: is empty');
	expect(error?.message).toContain('Row 3: User FID: is empty');
	expect(posts()).toEqual([]);
});

test.each(['yes', 'no', 1, {}, ''])(
	'%j is refused as Is Customer Support Agent: it must not pass for a customer',
	async (value) => {
		const { error } = await guruSup(sandbox, {
			parameters: { ...create, body: 'x', additionalFields: { isCustomerSupportAgent: value } },
		});
		expect(error?.message).toContain('Is Customer Support Agent: must be true or false');
		expect(posts()).toEqual([]);
	},
);

test.each([
	[true, true],
	['true', true],
	['false', false],
])('Is Customer Support Agent %j goes out as %j', async (value, sent) => {
	await guruSup(sandbox, {
		parameters: { ...create, body: 'x', additionalFields: { isCustomerSupportAgent: value } },
	});
	expect(posts()[0]?.body).toMatchObject({ is_customer_support_agent: sent });
});

test('optional fields that are empty are not sent', async () => {
	await guruSup(sandbox, {
		parameters: { ...create, body: 'x', additionalFields: { lang: ' ', subject: '' } },
	});
	expect(Object.keys(posts()[0]?.body as object).sort()).toEqual([
		'body',
		'is_customer_support_agent',
		'thread_fid',
		'user_fid',
	]);
});

test('the answer passes through untouched, fields nobody documents included', async () => {
	const reply = { body: 'Hola', sources: [{ url: 'https://example.com', score: 0.9 }], x: null };
	answering(reply);
	const { outputs } = await guruSup(sandbox, { parameters: create, items: [{ text: 'x' }] });
	expect(outputs[0]?.[0]?.json).toEqual(reply);
});

test('a field "error" in the answer is renamed, since n8n would take it for a failure', async () => {
	answering({ body: 'Hola', error: null });
	const { outputs, error } = await guruSup(sandbox, { parameters: { ...create, body: 'x' } });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toEqual({ body: 'Hola', vendorError: null });
});

test('an "error" that says something is no reply: whether the message was stored is unknown', async () => {
	answering({ body: 'Hola', error: 'low confidence' });
	const { error } = await guruSup(sandbox, { parameters: { ...create, body: 'x' } });
	expect(error?.message).toMatch(/^GuruSup answered: low confidence \(200\)\. .* may have been/);
});

test.each(['empty', 'noContent', 'null'] as const)(
	'no reply at all, answered as %s, still gives one item a row',
	async (nothing) => {
		sandbox.it.gurusup.behave({ toCustomer: 'nothing', nothing });
		const { outputs, error } = await guruSup(sandbox, {
			parameters: create,
			items: [{ text: 'a' }, { text: 'b' }],
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ json: {}, pairedItem: { item: 0 } },
			{ json: {}, pairedItem: { item: 1 } },
		]);
		expect(sandbox.it.state('gurusup')).toMatchObject({ messages: 5 });
	},
);

test('an empty list is no reply; a list of replies is an item each', async () => {
	answering([]);
	const none = await guruSup(sandbox, { parameters: { ...create, body: 'x' } });
	expect(none.outputs[0]).toMatchObject([{ json: {} }]);
	sandbox.it.reset();
	answering([{ body: 'one' }, { body: 'two' }]);
	const two = await guruSup(sandbox, { parameters: { ...create, body: 'x' } });
	expect(two.outputs[0]?.map(({ json }) => json.body)).toEqual(['one', 'two']);
});

test.each<IDataObject>([
	{ kind: 'status', status: 500 },
	{ kind: 'reset' },
	{ kind: 'half' },
	{ kind: 'html' },
])(
	'after $kind $status the message may be stored: said so, and never sent again',
	async (fault) => {
		sandbox.it.fail({ vendor: 'gurusup', fault: { ...fault, carriedOut: true } as never });
		const { error } = await guruSup(sandbox, { parameters: { ...create, body: 'x' }, tries: 3 });
		expect(error?.message).toMatch(/may have been .+ not sent again/);
		expect(posts()).toHaveLength(1);
	},
);

test('a message that exists is read by its ID, and one that does not is said so with the row', async () => {
	const created = await guruSup(sandbox, { parameters: { ...create, body: 'x' } });
	const id = created.outputs[0]?.[0]?.json._id as string;
	const get = { resource: 'message', operation: 'get', messageId: '={{ $json.id }}' };
	const found = await guruSup(sandbox, { parameters: get, items: [{ id }] });
	expect(found.outputs[0]?.[0]?.json).toEqual(created.outputs[0]?.[0]?.json);
	const { error } = await guruSup(sandbox, { parameters: get, items: [{ id }, { id: 'nope' }] });
	expect(error?.message).toMatch(/^Row 2: GuruSup answered: Message not found \(404\)\./);
});

test('an ID that would change the path stays in its place', async () => {
	const get = { resource: 'message', operation: 'get', messageId: '../threads?x=1#y' };
	await guruSup(sandbox, { parameters: get });
	expect(sandbox.it.requests('gurusup')[0]).toMatchObject({
		path: '/messages/..%2Fthreads%3Fx%3D1%23y',
		query: {},
	});
});
