import { sandboxForTests } from '../support/altur.mts';
import { addingContacts, json, numbers } from './addingContacts.mts';

const sandbox = sandboxForTests();
const { add, sent } = addingContacts(sandbox);

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
			json: { status: 'created', id: '1', phoneNumber: '+525512345678', line: '+525512345678' },
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
			line: phone,
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
		{ status: 'skipped_duplicate', id: '1', phoneNumber: '+525511110001', line: '+525511110001' },
		{
			status: 'failed',
			id: null,
			phoneNumber: '+525550000500',
			line: '+525550000500',
			reason: 'SERVER_ERROR',
		},
		{ status: 'created', id: '2', phoneNumber: '+525511110002', line: '+525511110002' },
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
