import type { IDataObject } from 'n8n-workflow';
import { agents } from '../../sandbox/altur/agents.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { Arrived, Reply, VendorServer } from '../support/vendorServer.mts';

jest.setTimeout(90_000);

let real: Lab;
let server: VendorServer;
let credential: { id: string; name: string };

beforeAll(async () => {
	real = await lab();
	server = await startVendorServer();
	const data = { apiKey: 'k', baseUrl: server.baseUrl, webhookSecret: 'c2VjcmV0' };
	credential = await real.n8n.saveCredential({ name: 'Answers', type: 'alturApi', data });
});
afterAll(async () => await server.close());

const json = (body: unknown, status = 200): Reply => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
});

/** Runs Altur's node against answers of a test's own; what it puts out, row by row. */
async function run(
	parameters: IDataObject,
	items: IDataObject[],
	reply: (request: Arrived, serial: number) => Reply,
) {
	server.answer(reply);
	const { id, name } = credential;
	const { output } = await real.runWorkflow({
		items,
		nodes: {
			type: 'n8n-nodes-conversational-agents.altur',
			parameters: parameters as never,
			credentials: { alturApi: { id, name } },
			onError: 'continueRegularOutput',
		},
		timeoutMs: 80_000,
	});
	return output[0]!;
}

const rows = async (...asked: Parameters<typeof run>) =>
	(await run(...asked)).map((item) => item.json);

const recording = (reply: Reply) =>
	run({ resource: 'call', operation: 'getRecording', callId: 'cll_1' }, [{}], () => reply);

const call = (operation: string, options: IDataObject = {}): IDataObject => ({
	...{ resource: 'call', operation, agentId: agents.diana.id },
	...{ phoneNumber: '={{ $json.phone }}', options },
});
const phones = (...numbers: string[]) => numbers.map((phone) => ({ phone }));
const ana = '+525512345678';

test.each([302, 303, 301, 307])(
	'a recording that is answered with %i: told as a redirect that is not followed (B11)',
	async (status) => {
		const headers = { location: 'https://bucket.example.com/x?X-Amz-Signature=abc' };
		const [item] = await recording({ status, headers, body: '' });
		const { message, advice, outcome } = item!.json;
		expect(['failed', 'refused']).toContain(outcome);
		expect(`${String(message)} ${String(advice)}`).toContain('not followed');
		expect(advice).not.toContain('Run it again later');
		expect(JSON.stringify(item)).not.toContain('X-Amz');
		expect(server.arrived).toHaveLength(1);
	},
);

test.each([
	['audio/mpeg', 'SUQzBAAAAAAAI1RTU0UAAAAPAAADTGF2ZjU4', 'mp3'],
	['audio/ogg', 'T2dnUwACAAAAAAAAAAA=', 'ogg'],
	['video/mp4', 'AAAAGGZ0eXBtcDQyAAAAAG1wNDI=', 'mp4'],
	['application/octet-stream', 'UklGRiQAAABXQVZFZm10IA==', 'wav'],
])('a recording of type %s is named by what it is (B12)', async (type, base64, extension) => {
	const body = Buffer.from(base64, 'base64').toString('latin1');
	const [item] = await recording({
		...{ status: 200, headers: { 'content-type': type }, body, latin1: true },
	});
	const { fileName, fileExtension, mimeType } = item!.binary!.data!;
	expect({ fileName, fileExtension }).toEqual({
		fileName: `cll_1.${extension}`,
		fileExtension: extension,
	});
	expect(mimeType.startsWith('audio/')).toBe(type !== 'video/mp4');
	expect(item!.json).toMatchObject({ fileName: `cll_1.${extension}` });
});

test.each([204, 200])(
	'an empty recording (%i) is not ready yet: failed, with what to do, and no file (B13)',
	async (status) => {
		const [item] = await recording({ status, headers: { 'content-type': 'audio/wav' }, body: '' });
		expect(item!.json).toMatchObject({
			outcome: 'failed',
			message: `Altur answered ${status} with an empty recording.`,
			advice: expect.stringContaining('may not be ready yet') as string,
		});
		expect(item!.binary).toBeUndefined();
	},
);

test('an error in a 200 is no placed call and no deleted contact (B16)', async () => {
	const no = json({ error: 402, message: 'Insufficient balance' });
	expect(await rows(call('create'), phones('+525512345671'), () => no)).toMatchObject([
		{
			outcome: 'refused',
			message:
				'Altur answered: Insufficient balance (402). The call to +525512345671 was not placed.',
		},
	]);
	const remove = { resource: 'contact', operation: 'delete', campaignId: '7', contactId: '1' };
	const [deleted] = await rows(remove, [{}], () => no);
	expect(deleted).not.toHaveProperty('deleted');
	expect(deleted).toMatchObject({ outcome: 'refused' });
	for (const body of [{}, { error: 402, call_id: 'cll_9' }, { ok: false }, []]) {
		const [row] = await rows(call('create'), phones('+525512345671'), () => json(body));
		expect(row).toMatchObject({ outcome: 'unknown' });
		expect(server.arrived).toHaveLength(1);
	}
});

test('a call that has ended is over, whatever its status is called (B22)', async () => {
	const ended = { id: 'cll_1', status: 'canceled', ended_at: '2026-11-26T03:00:00Z', duration: 0 };
	const wait = call('createAndWait', { maxWaitMinutes: 0.5, pollIntervalSeconds: 1 });
	const out = await rows(wait, phones(ana), ({ method }) =>
		json(method === 'POST' ? { id: 'cll_1', status: 'created' } : ended),
	);
	expect(out).toMatchObject([{ outcome: 'placed', status: 'canceled', timedOut: false }]);
	expect(server.arrived).toHaveLength(2);
});

test.each([
	[404, 3],
	[401, 1],
])(
	'looks at a call that can never succeed (%i) end early, and the call stays placed (C20)',
	async (status, looks) => {
		const wait = call('createAndWait', { maxWaitMinutes: 1, pollIntervalSeconds: 1 });
		const out = await rows(wait, phones('+525512345601'), ({ method }) =>
			method === 'POST'
				? json({ id: 'cll_1', status: 'created' })
				: json({ error: status, message: 'Not here' }, status),
		);
		expect(out).toMatchObject([
			{
				outcome: 'placed',
				timedOut: true,
				pollError: expect.stringContaining('not followed to its end') as string,
			},
		]);
		expect(server.arrived.filter(({ method }) => method === 'GET')).toHaveLength(looks);
	},
);

const add = (more: IDataObject = {}, options: IDataObject = {}): IDataObject => ({
	...{ resource: 'contact', operation: 'add', campaignId: '7', phoneNumber: '={{ $json.phone }}' },
	...{ additionalFields: more, options },
});
const contactsIn = ({ body }: Arrived) =>
	(JSON.parse(body) as { contacts: Array<{ contact: string }> }).contacts;
const keyOf = ({ headers }: Arrived) => headers.find(([name]) => name === 'idempotency-key')?.[1];
/** As Altur documents it: results without a status, which only the summary counts. */
const added = (request: Arrived): Reply => {
	const contacts = contactsIn(request);
	const results = contacts.map(({ contact }, index) => ({ index, id: Number(contact), contact }));
	return json({ success: true, summary: { created: contacts.length }, results });
};

test.each([
	['413 of a server in front', 413, '<html><head><title>413 Request Entity Too Large</title>'],
	['422 in words', 422, '{"error":422,"message":"Payload too large"}'],
])(
	'1,001 contacts with long notes are all added, in requests that the vendor takes: %s (C08)',
	async (_what, status, body) => {
		const contacts = Array.from({ length: 1_001 }, (_row, at) => ({
			phone: `+5255${10_000_000 + at}`,
		}));
		const nota = `={{ ${JSON.stringify('Historial del cliente. ')}.repeat(130) }}`;
		const headers = { 'content-type': status === 413 ? 'text/html' : 'application/json' };
		const out = await rows(add({ context: nota }), contacts, (request) =>
			request.body.length > 500_000 ? { status, headers, body } : added(request),
		);
		expect(out.map((row) => [row.status, row.phoneNumber])).toEqual(
			contacts.map(({ phone }) => ['created', phone]),
		);
		const taken = server.arrived.filter((request) => request.body.length <= 500_000);
		const numbers = taken.flatMap(contactsIn).map(({ contact }) => contact);
		expect(numbers.toSorted()).toEqual(contacts.map(({ phone }) => phone).toSorted());
		expect(new Set(server.arrived.map(keyOf)).size).toBe(server.arrived.length);
	},
);

test('null among the results touches its own row: the others are created (C14)', async () => {
	const [one, two, three] = ['+525512345601', '+525512345602', '+525512345603'];
	const results = [{ index: 0, id: 10, contact: one }, null, { index: 2, id: 12, contact: three }];
	const out = await rows(add(), phones(one, two, three), () =>
		json({ success: true, summary: { created: 2 }, results }),
	);
	expect(out).toMatchObject([
		{ status: 'created', id: 10, phoneNumber: one },
		{ status: null, id: null, phoneNumber: two },
		{ status: 'created', id: 12, phoneNumber: three },
	]);
	expect(out[1]!.reason).toContain('did not say what became of this row');
});

test('one line in two spellings is one contact, and each row says so (C15)', async () => {
	const asked = ['+525512345601', '+52 1 55 1234 5601', '+525512345601', '+525512345602'];
	const out = await rows(add(), phones(...asked), added);
	const reason = 'Row 1 of this run has the same number.';
	expect(out).toMatchObject([
		{ status: 'created', line: '+525512345601' },
		{ status: 'skipped_duplicate', line: '+525512345601', reason },
		{ status: 'skipped_duplicate', line: '+525512345601', reason },
		{ status: 'created', line: '+525512345602' },
	]);
	expect(server.arrived.flatMap(contactsIn).map(({ contact }) => contact)).toEqual([
		'+525512345601',
		'+525512345602',
	]);
});

test('a key that is still in progress is asked again until its answer is there (C16)', async () => {
	const inProgress = { error: 409, message: 'A request with this Idempotency-Key is in progress' };
	const out = await rows(
		add({}, { timeoutSeconds: 2 }),
		phones('+525512345601'),
		(request, serial) => {
			if (serial === 1) return { ...json({}), hangs: true };
			return serial === 2 ? json(inProgress, 409) : added(request);
		},
	);
	expect(out).toMatchObject([{ status: 'created', phoneNumber: '+525512345601' }]);
	expect(server.arrived).toHaveLength(3);
	expect(new Set(server.arrived.map(keyOf)).size).toBe(1);
});

describe('as public bug reports tell of other APIs', () => {
	const remove = { resource: 'contact', operation: 'delete', campaignId: '7', contactId: '1' };
	const phone = phones('+525512345671');

	test.each<[string, unknown]>([
		['azure-docs 42599', { status: 'Error', messageTime: '0001-01-01', resourceId: 'r' }],
		['dolibarr 35172', false],
		['style-guide 25', { status: false, warnings: ['No'] }],
		['node-ottoman 355', { status: 'FAILED', message: { success: 0 } }],
		['php-api-client 14', [{ json: 'ok', code: 200 }]],
	])(
		'a 200 that says no is neither a placed call nor a deleted contact (%s)',
		async (_id, body) => {
			const [placed] = await rows(call('create'), phone, () => json(body));
			expect(placed).toMatchObject({ outcome: 'unknown' });
			expect(server.arrived).toHaveLength(1);
			const [deleted] = await rows(remove, [{}], () => json(body));
			expect(deleted).not.toHaveProperty('deleted');
		},
	);

	test.each([
		['logstash-output-elasticsearch 786', 413, ''],
		['traildash 37', 413, 'Error: request entity too large<br> &nbsp;at readStream'],
		['opik 8333', 422, '{"message":"request size exceeds the maximum allowed size"}'],
		['pnpjs 3207', 400, '{"error":{"message":"The request message is too big."}}'],
	])('a bulk request that is too large is split (%s)', async (_id, status, body) => {
		const three = phones('+525512345601', '+525512345602', '+525512345603');
		const out = await rows(add(), three, (request) =>
			contactsIn(request).length > 1 ? { status, headers: {}, body } : added(request),
		);
		expect(out.map((row) => row.status)).toEqual(['created', 'created', 'created']);
	});

	test('counters that do not reconcile tell of no row that has no result (objectstack 7539)', async () => {
		const three = phones('+525512345601', '+525512345602', '+525512345603');
		const results = [
			{ index: 0, id: 1, status: 'created', contact: three[0]!.phone },
			{ index: 1, contact: three[1]!.phone, error: 'INVALID_PHONE_NUMBER' },
		];
		const summary = { created: 1, failed: 1 };
		const out = await rows(add(), three, () => json({ success: true, summary, results }));
		expect(out.map((row) => row.status)).toEqual(['created', 'failed', null]);
	});

	test('an XML error under the name of sound is no recording (clientcomm 208)', async () => {
		const body =
			'<TwilioResponse><RestException><Message>was not found</Message></RestException></TwilioResponse>';
		const headers = { 'content-type': 'audio/x-wav' };
		const [item] = await recording({ status: 200, headers, body });
		expect(item!.json).toMatchObject({ outcome: 'failed' });
		expect(item!.binary).toBeUndefined();
	});

	test('words in place of a recording are shown (rapidpro 604)', async () => {
		const [item] = await recording(json({ message: 'Recording is being processed' }));
		expect(item!.json).toMatchObject({
			outcome: 'failed',
			message: 'Altur answered: Recording is being processed (200).',
			advice: expect.stringContaining('may not be ready yet') as string,
		});
	});

	test('a page of a proxy in place of an answer: its words, and the call unknown (meilisearch-js 2234)', async () => {
		const body = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
		const [row] = await rows(call('create'), phone, () => ({
			...{ status: 502, headers: { 'content-type': 'text/html' }, body },
		}));
		expect(row).toMatchObject({ outcome: 'unknown', status: 502 });
		expect(row!.message).toContain('502 Bad Gateway');
	});

	test('a key that an answer quotes is not shown, in a 401 or a 200 (chocolatey 560, unstructured-api 578)', async () => {
		const data = { apiKey: 'secret-key-0123456789', baseUrl: server.baseUrl };
		const { id, name } = await real.n8n.saveCredential({
			...{ name: 'Answers that quote', type: 'alturApi' },
			data: { ...data, webhookSecret: 'c2VjcmV0' },
		});
		for (const status of [401, 200]) {
			server.answer(() => json({ detail: `API key ${data.apiKey} is invalid` }, status));
			const { output, execution } = await real.runWorkflow({
				items: phone,
				nodes: {
					type: 'n8n-nodes-conversational-agents.altur',
					parameters: call('create') as never,
					credentials: { alturApi: { id, name } },
					onError: 'continueRegularOutput',
				},
			});
			expect(output[0]![0]!.json.outcome).toBe(status === 401 ? 'refused' : 'unknown');
			expect(JSON.stringify(execution)).not.toContain(data.apiKey);
		}
	});
});
