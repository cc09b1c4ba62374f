import type { IDataObject } from 'n8n-workflow';

import { altur, sandboxForTests } from '../support/altur.mts';
import { callJob, phones } from '../support/calls.mts';
import { deduplicationForTests } from '../support/deduplication.mts';
import { startVendorServer } from '../support/vendorServer.mts';

jest.setTimeout(120_000);

deduplicationForTests();
const sandbox = sandboxForTests();
const sent = (path: string) => sandbox.it.requests('altur').filter((one) => one.path === path);
const rung = () => sent('/call').map(({ body }) => (body as IDataObject).phone_number_to);

test('2,002 contacts, some of them twice and some no numbers, each come out once, in order', async () => {
	const rows = Array.from({ length: 2_002 }, (_row, n) => {
		if (n % 500 === 7) return { phone: 'call me', name: `No ${n}` };
		// The one before once more, in another spelling.
		const at = n % 400 === 9 ? n - 1 : n;
		const phone = `+52 55 ${String(30_000_000 + at)}`;
		return { phone: at === n ? phone : phone.replace('+52 ', '+52 1 '), name: `No ${n}` };
	});
	const { outputs } = await altur(sandbox, {
		parameters: {
			...{ resource: 'contact', operation: 'add', campaignId: '1001' },
			phoneNumber: '={{ $json.phone }}',
			additionalFields: { name: '={{ $json.name }}' },
			options: { requestsPerSecond: 0 },
		},
		items: rows,
		onError: 'continueRegularOutput',
	});
	const items = outputs[0]!;
	expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(
		rows.map((_row, n) => n),
	);
	const bad = items.filter(({ json }) => json.outcome === 'refused');
	expect(bad.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([
		7, 507, 1_007, 1_507,
	]);
	const statuses = items.map(({ json }) => json.status);
	expect(statuses.filter((status) => status === 'created')).toHaveLength(2_002 - 4 - 5);
	expect(statuses.filter((status) => status === 'skipped_duplicate')).toHaveLength(5);
	const batches = sent('/campaigns/1001/contacts').map(
		({ body }) => (body as { contacts: Array<{ contact: string }> }).contacts,
	);
	expect(batches.length).toBeLessThanOrEqual(3);
	expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(1_000);
	const numbers = batches.flat().map(({ contact }) => contact);
	expect(new Set(numbers).size).toBe(numbers.length);
});

test('at concurrency 500 each of 1,200 numbers rings once, and rows keep their order', async () => {
	const job = callJob(1_200, { concurrency: 500 });
	const { outputs } = await altur(sandbox, job);
	expect(outputs[0]!.map(({ json }) => [json.outcome, json.phoneNumber])).toEqual(
		job.items.map(({ phone }) => ['placed', phone]),
	);
	expect(rung().toSorted()).toEqual(job.items.map(({ phone }) => phone).toSorted());
});

test('a key that is replaced in the middle ends the run; with the new one the rest is called, nobody twice', async () => {
	const server = await startVendorServer();
	let taken: string[] = [];
	server.answer(({ headers, body }) => {
		const shown = headers.find(([name]) => name === 'authorization')![1];
		const isOld = shown.includes('old-key');
		const json = { 'content-type': 'application/json' };
		if (isOld && taken.length >= 5)
			return { status: 401, headers: json, body: '{"detail":"Invalid API key"}' };
		taken = [...taken, (JSON.parse(body) as { phone_number_to: string }).phone_number_to];
		return { status: 200, headers: json, body: `{"id":"cll_${taken.length}"}` };
	});
	const job = {
		...callJob(20, { callOncePer: 'November', concurrency: 2 }),
		...{ baseUrl: server.baseUrl, onError: 'continueRegularOutput' as const },
	};
	const first = await altur(sandbox, { ...job, key: 'old-key-of-a-test' });
	const outcomes = first.outputs[0]!.map(({ json }) => json.outcome);
	expect(outcomes.filter((one) => one === 'placed')).toHaveLength(5);
	expect(outcomes.filter((one) => one === 'notAttempted').length).toBeGreaterThanOrEqual(13);
	const second = await altur(sandbox, { ...job, key: 'new-key-of-a-test' });
	expect(second.outputs[0]!.filter(({ json }) => json.outcome === 'placed')).toHaveLength(15);
	expect(taken.toSorted()).toEqual(job.items.map(({ phone }) => phone));
	await server.close();
});

describe('an expression that fails in one row', () => {
	const job = {
		...callJob(0),
		parameters: {
			...callJob(0).parameters,
			phoneNumber: '={{ $json.phone.trim() }}',
			additionalFields: { displayName: '={{ $json.person.name }}' },
		},
		items: [
			{ phone: '+525530000001', person: { name: 'Ana' } },
			{ phone: '+525530000002' },
			{ phone: '+525530000003', person: { name: 'Luz' } },
		] as IDataObject[],
	};

	test('calls nobody, and the row is named', async () => {
		const { error } = await altur(sandbox, { ...job, items: [...job.items, {}] });
		expect(error?.message).toMatch(/Nothing was sent.*Row 4/);
		expect(rung()).toEqual([]);
	});

	test('holds back that row alone where the run goes on', async () => {
		const { outputs } = await altur(sandbox, {
			...{ ...job, items: [...job.items, {}] },
			onError: 'continueRegularOutput',
		});
		const outcomes = outputs[0]!.map(({ json }) => json.outcome);
		expect(outcomes.slice(-1)).toEqual(['refused']);
		expect(outcomes.slice(0, 1)).toEqual(['placed']);
		expect(rung()).not.toContain(undefined);
		expect(rung().length).toBe(outcomes.filter((one) => one === 'placed').length);
	});
});

test('text from right to left leaves as typed, and marks around a number are no part of it', async () => {
	const displayName = 'دعاء \u200fمحمد (שָׁלוֹם) \u2067abc\u2069';
	const initialMessage = '\u202bمرحبا، 100٪\u202c';
	const { outputs } = await altur(sandbox, {
		...callJob(0),
		parameters: {
			...callJob(0).parameters,
			additionalFields: { displayName, initialMessage, context: '{"اسم":"دعاء"}' },
		},
		items: phones('\u200f\u202a+52 55 3000 0001\u202c'),
	});
	expect(outputs[0]![0]!.json).toMatchObject({ outcome: 'placed', phoneNumber: '+525530000001' });
	const [request] = sent('/call');
	expect(JSON.stringify(request!.body)).toContain(JSON.stringify(displayName));
	expect(JSON.stringify(request!.body)).toContain(JSON.stringify(initialMessage));
	expect(request!.body).toMatchObject({ end_user_context: { اسم: 'دعاء' } });
});
