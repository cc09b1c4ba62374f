import { sandboxForTests } from '../support/altur.mts';
import { addingContacts, json, numbers } from './addingContacts.mts';

const sandbox = sandboxForTests();
const { add, sent } = addingContacts(sandbox);

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
		'Extracted Data: "[1]" is not a valid JSON object',
	],
	[
		{ additionalFields: { extractedData: { object: [{ json: '{"clabe":646180157000000004}' }] } } },
		'Extracted Data: a number in it has too many digits; put it in quotes',
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
