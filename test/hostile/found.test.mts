import { attack } from './attack.mts';
import { answer, once } from './once.mts';
import { targets, withoutWaits } from './targets.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { VendorServer } from '../support/vendorServer.mts';

let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

test('a 401 that breaks off in its body is not sent again, neither by us nor by n8n', async () => {
	await once(server, 'call', 'create', [answer('{"message":', { status: 401, breaks: 'within' })]);
	expect(server.arrived).toHaveLength(1);
});

test.each([[[]], [[null]], [['text']], [[[]]]])(
	'a row that is answered with %j comes out all the same',
	async (body) => {
		for (const operation of ['get', 'create']) {
			const { items } = await once(server, 'call', operation, [answer(body)]);
			expect(items).toHaveLength(1);
			expect(items[0]!.json).not.toHaveProperty('untouched input');
		}
	},
);

test.each(['.', '..', '\ud800'])(
	'a call whose ID is %j is placed and not followed to another address',
	async (id) => {
		const { items } = await once(server, 'call', 'createAndWait', [
			answer({ id, status: 'created' }),
		]);
		expect(server.arrived).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({ outcome: 'placed', timedOut: true });
		expect(items[0]!.json.pollError).toContain('no ID');
	},
);

test('an error answer that cannot be written as text still says that nobody was called', async () => {
	const unwritable = { toString: 1, valueOf: null };
	const body = { message: unwritable, detail: unwritable };
	const { items } = await once(server, 'call', 'create', [answer(body, { status: 429 })]);
	expect(items[0]!.json).toMatchObject({ outcome: 'refused', status: 429 });
	const refused = answer(
		{ current_status: unwritable, valid_targets: [unwritable] },
		{ status: 409 },
	);
	const { items: steps } = await once(server, 'campaign', 'activate', [refused]);
	expect(steps[0]!.json).toMatchObject({ outcome: 'refused', status: 409 });
});

test('a list that goes on for ever with empty pages ends, and says why', async () => {
	const page = answer({ contacts: [], pagination: { has_next: true } });
	const { items } = await once(server, 'contact', 'getAll', [page], { returnAll: true });
	expect(items[0]!.json.message).toContain('on and on with empty pages');
	expect(server.arrived.length).toBeLessThan(50);
});

test('a list whose next page is no page ends, and says why', async () => {
	const page = answer({ contacts: [{ id: 1 }], pagination: { has_next: true, next_page: {} } });
	const { items } = await once(server, 'contact', 'getAll', [page], { returnAll: true });
	expect(items[0]!.json.message).toContain('no usable next page');
});

test('an answer without a list where one should be is told in plain words', async () => {
	const { items } = await once(server, 'campaign', 'getAll', [answer({ campaigns: 5 })]);
	expect(items[0]!.json).toMatchObject({ outcome: 'failed', message: 'The answer holds no list.' });
});

test('a number that is an object or a list is refused by the name of its field', async () => {
	for (const limit of [{ toString: 1 }, [5], [[]]]) {
		const { items } = await once(server, 'call', 'create', [answer({})], {
			options: { concurrency: limit },
		});
		expect(items[0]!.json.message).toContain('Concurrency: must be a whole number');
		expect(server.arrived).toEqual([]);
	}
});

test('an object in a list of texts is refused instead of sent as "[object Object]"', async () => {
	const additionalFields = { cycles: { filterTags: [{ tag: 'late' }] } };
	const { items } = await once(server, 'campaign', 'create', [answer({})], { additionalFields });
	expect(items[0]!.json.message).toContain('Filter Tags: must be a list of texts, but an object');
	expect(server.arrived).toEqual([]);
});

test('a fact about a contact may be called "__proto__", and arrives', async () => {
	const additionalFields = { extractedData: { field: [{ name: '__proto__', value: 'x' }] } };
	await once(server, 'contact', 'add', [answer({ results: [] })], { additionalFields });
	expect(server.arrived[0]!.body).toContain('"extracted_data":{"__proto__":"x"}');
});

test.each([
	['call', 'get'],
	['call', 'getRecording'],
	['call', 'create'],
])('an error answer to %s %s that quotes the key does not show it', async (resource, operation) => {
	const target = targets.find((one) => one.resource === resource && one.operation === operation)!;
	server.answer(({ headers }) => {
		const [, shown] = headers.find(([name]) => name === 'authorization')!;
		return answer({ message: `No such key: ${shown}.` }, { status: 403 });
	});
	const { items, key } = await attack(target, server, {
		parameters: withoutWaits(target.smallest.parameters),
		items: [{}],
		onError: 'continueRegularOutput',
	});
	expect(items[0]!.json.message).toContain('No such key: api-key ***.');
	expect(JSON.stringify(items)).not.toContain(key);
});

test.each(['marked\u200bkey-0123456789', 'marked\nkey-0123456789', 'märked-key-0123456789'])(
	'a key that no header can carry (%j) rings nobody, and says so',
	async (apiKey) => {
		const target = targets.find(({ operation }) => operation === 'create')!;
		server.answer(() => answer({ id: 'cll_1' }));
		const { items } = await attack(
			target,
			server,
			{
				parameters: withoutWaits(target.smallest.parameters),
				items: [{}],
				onError: 'continueRegularOutput',
			},
			apiKey,
		);
		const { outcome } = items[0]!.json;
		expect([outcome, server.arrived.length]).toEqual(
			server.arrived.length > 0 ? ['placed', 1] : ['refused', 0],
		);
		for (const { headers } of server.arrived) {
			expect(headers.filter(([name]) => name === 'authorization')).toHaveLength(1);
		}
	},
);
