import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const parameters = {
	resource: 'contact',
	operation: 'add',
	campaignId: '={{ $json.campaign ?? 1001 }}',
	phoneNumber: '={{ $json.phone }}',
};
type Sent = { if_duplicate: string; contacts: Array<Record<string, unknown>> };
const sent = () =>
	sandbox.it
		.requests('altur')
		.filter(({ method }) => method === 'POST')
		.map(({ path, headers, body }) => ({
			path,
			key: String(headers['idempotency-key']),
			body: body as Sent,
		}));
const add = async (items: object[], more: object = {}, job: object = {}) =>
	await altur(sandbox, { ...job, parameters: { ...parameters, ...more }, items: items as [] });
const numbers = (count: number, from = 5510000000) =>
	Array.from({ length: count }, (_, index) => ({ phone: `+52${from + index}` }));
const json = (items: Array<{ json: object }>) => items.map((item) => item.json);

test('a contact goes out in the vendor’s names, with a UUID as its Idempotency-Key', async () => {
	const { outputs, error } = await add(
		[{ phone: '0052 55 1234-5678', debt: { 'Payment Amount': 1200 } }],
		{
			additionalFields: {
				name: 'Sofía Muñoz',
				context: 'Debe $1,200',
				externalId: 'user_1',
				extractedData: {
					object: [{ json: '={{ $json.debt }}' }, { json: '{"City": "León"}' }],
					field: [{ name: ' Due ', value: 'mayo' }],
				},
			},
			options: { ifDuplicate: 'update' },
		},
	);
	expect(error).toBeUndefined();
	expect(sent()).toEqual([
		{
			path: '/campaigns/1001/contacts',
			key: expect.stringMatching(
				/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
			),
			body: {
				if_duplicate: 'update',
				contacts: [
					{
						contact: '+525512345678',
						name: 'Sofía Muñoz',
						context: 'Debe $1,200',
						extracted_data: { 'Payment Amount': 1200, City: 'León', Due: 'mayo' },
						f_id: 'user_1',
					},
				],
			},
		},
	]);
	expect(outputs[0]).toEqual([
		{
			json: { status: 'created', id: '1', phoneNumber: '+525512345678' },
			pairedItem: { item: 0 },
		},
	]);
});

test('an object as context goes as JSON text', async () => {
	await add([{ phone: '+525512345678', debt: { amount: 5 } }], {
		additionalFields: { context: '={{ $json.debt }}' },
	});
	expect(sent()[0].body.contacts).toEqual([{ contact: '+525512345678', context: '{"amount":5}' }]);
});

test('2,500 rows go out in three requests, and every row has its own paired result', async () => {
	const { outputs, error } = await add(numbers(2500));
	expect(error).toBeUndefined();
	expect(sent().map(({ body }) => body.contacts.length)).toEqual([1000, 1000, 500]);
	expect(new Set(sent().map(({ key }) => key)).size).toBe(3);
	expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
		numbers(2500).map((_, item) => ({ item })),
	);
	expect(json(outputs[0])).toEqual(
		numbers(2500).map(({ phone }) => ({
			status: 'created',
			id: expect.any(String),
			phoneNumber: phone,
		})),
	);
});

test('rows of several campaigns are grouped, and come out in the order they came in', async () => {
	const rows = [1001, 1002, 1001, 1002].map((campaign, index) => ({
		campaign,
		...numbers(4)[index],
	}));
	const { outputs } = await add(rows);
	expect(
		sent().map(({ path, body }) => [path, body.contacts.map(({ contact }) => contact)]),
	).toEqual([
		['/campaigns/1001/contacts', [rows[0].phone, rows[2].phone]],
		['/campaigns/1002/contacts', [rows[1].phone, rows[3].phone]],
	]);
	expect(outputs[0].map(({ json: { phoneNumber } }) => phoneNumber)).toEqual(
		rows.map(({ phone }) => phone),
	);
});

test('a contact that Altur fails is a result with its reason, and the others are added', async () => {
	const rows = [{ phone: '+525511110001' }, { phone: '+525550000500' }, { phone: '+525511110002' }];
	await add(rows.slice(0, 1));
	const { outputs, error, hints } = await add(rows);
	expect(error).toBeUndefined();
	expect(json(outputs[0])).toEqual([
		{ status: 'skipped_duplicate', id: '1', phoneNumber: '+525511110001' },
		{ status: 'failed', id: null, phoneNumber: '+525550000500', reason: 'SERVER_ERROR' },
		{ status: 'created', id: '2', phoneNumber: '+525511110002' },
	]);
	expect(hints).toEqual(['Of 3 contacts 1 were not added; "reason" says why.']);
});

describe('where a result tells no status, as in the vendor’s schema', () => {
	beforeEach(() => sandbox.it.set({ contactResultStatus: false }));

	test.each([
		['skip', 'skipped_duplicate'],
		['update', 'updated'],
	])('the summary tells it as far as it counts one kind (%s)', async (ifDuplicate, status) => {
		const first = await add(numbers(3));
		const second = await add(numbers(3).reverse(), { options: { ifDuplicate } });
		expect(json(first.outputs[0]).map((row) => 'status' in row && row.status)).toEqual(
			Array(3).fill('created'),
		);
		expect(json(second.outputs[0]).map((row) => 'status' in row && row.status)).toEqual(
			Array(3).fill(status),
		);
	});

	test('where it counts several kinds nothing is made up, and the hint says so', async () => {
		await add(numbers(1));
		const { outputs, hints } = await add([...numbers(2), { phone: '+525550000500' }]);
		const untold = {
			status: null,
			reason:
				'Altur took the request but did not say what became of this row; of its request it counts 1 created and 1 skipped_duplicate.',
		};
		expect(json(outputs[0])).toMatchObject([untold, untold, { status: 'failed' }]);
		expect(hints.join()).toContain('of 2 Altur did not say whether they are new');
	});
});

test('a bad number anywhere adds nobody, and the message names every bad row', async () => {
	const { error } = await add([...numbers(2), { phone: 'x' }, { phone: '' }]);
	expect(error?.message).toContain('Row 3: Phone Number');
	expect(error?.message).toContain('Row 4: Phone Number: is empty');
	expect(sent()).toHaveLength(0);
});

test('with "continue" the good rows are added and the bad ones say why', async () => {
	const { outputs } = await add(
		[{ phone: 'x' }, ...numbers(1)],
		{},
		{ onError: 'continueRegularOutput' },
	);
	expect(outputs[0]).toMatchObject([
		{
			json: { phoneNumber: 'x', status: 'failed', outcome: 'refused', reason: expect.any(String) },
			pairedItem: { item: 0 },
		},
		{ json: { status: 'created' }, pairedItem: { item: 1 } },
	]);
	expect(sent()).toMatchObject([{ body: { contacts: [{ contact: '+525510000000' }] } }]);
});

test.each([
	{ kind: 'reset' },
	{ kind: 'status', status: 500, carriedOut: true },
	{ kind: 'html' },
	{ kind: 'half' },
] as const)(
	'after %j a request goes again under the same key, and nobody is added twice',
	async (fault) => {
		sandbox.it.fail({ vendor: 'altur', times: 1, fault });
		const { outputs, error } = await add(numbers(3));
		expect(error).toBeUndefined();
		expect(sent()).toHaveLength(2);
		expect(sent()[1]).toEqual(sent()[0]);
		expect(json(outputs[0])).toMatchObject(Array(3).fill({ status: 'created' }));
	},
);

test('Retry On Fail sends the same keys again, so that what was added is not added twice', async () => {
	sandbox.it.fail({ vendor: 'altur', times: 1, fault: { kind: 'status', status: 400 } });
	const { outputs, error } = await add(
		numbers(1500),
		{ options: { concurrency: 2 } },
		{ tries: 2 },
	);
	expect(error).toBeUndefined();
	const keys = sent().map(({ key }) => key);
	expect(keys).toHaveLength(4);
	expect(new Set(keys).size).toBe(2);
	expect(json(outputs[0])).toMatchObject(Array(1500).fill({ status: 'created' }));
});

test('a request that stays unanswered goes out maxRetries times more, and its rows are unknown', async () => {
	sandbox.it.fail({ vendor: 'altur', fault: { kind: 'reset', carriedOut: false } });
	const { outputs } = await add(
		numbers(2),
		{ options: { maxRetries: 1 } },
		{ onError: 'continueRegularOutput' },
	);
	expect(sent()).toHaveLength(2);
	expect(json(outputs[0])).toMatchObject(Array(2).fill({ outcome: 'unknown', status: 'failed' }));
});

test('a refused key ends the run: the rest is not attempted', async () => {
	const { outputs } = await add(
		numbers(2500),
		{ options: { concurrency: 1 } },
		{ key: 'wrong', onError: 'continueRegularOutput' },
	);
	expect(sent()).toHaveLength(1);
	const outcomes = outputs[0].map((item) => item.json.outcome);
	expect([outcomes[0], outcomes[999], outcomes[1000], outcomes[2499]]).toEqual([
		'refused',
		'refused',
		'notAttempted',
		'notAttempted',
	]);
});

test.each([
	[{ options: { ifDuplicate: 'merge' } }, 'If Duplicate: "merge" is neither skip nor update'],
	[{ campaignId: 'first' }, 'Campaign: "first" is no such ID'],
	[
		{ additionalFields: { extractedData: { object: [{ json: '[1]' }] } } },
		'Extracted Data: "[1]" is no JSON object',
	],
	[
		{ additionalFields: { extractedData: { field: [{ value: '1' }] } } },
		'Extracted Data: a field has no name',
	],
])('%j is refused: %s', async (more, reason) => {
	const { error } = await add(numbers(1), more);
	expect(error?.message).toContain(reason);
	expect(sent()).toHaveLength(0);
});
