import { startSandbox } from '../../sandbox/start.mts';
import type { FullSandbox } from '../../sandbox/start.mts';
import { eventOf, header, signed } from './attacks.mts';
import { alturTriggerForTests, events, signedByOpenssl } from './triggerHost.mts';

const trigger = alturTriggerForTests();
const { deliver, set, started } = trigger;
let sandbox: FullSandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => void sandbox.altur.setWebhook({ url: trigger.url }));
afterEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const outcomes = async (order: Parameters<FullSandbox['altur']['send']>[0]) =>
	(await sandbox.altur.send(order)).map(({ outcome }) => outcome);

const bodies: Array<[string, string]> = [
	['accents', '{"event_type":"on_call_end","id":"cll_1","content":"¿Habló Sofía Muñoz?"}'],
	['1.0', '{"event_type":"on_call_end","id":"cll_2","api_version":"1.0","duration":1.0,"x":1e2}'],
	[
		'escaped unicode',
		'{"event_type":"on_call_end","id":"cll_3","name":"Sof\\u00eda \\ud83d\\ude00"}',
	],
	['emoji', '{"event_type":"on_call_end","id":"cll_4","name":"😀👩‍🚀🇲🇽"}'],
	['white space', ' {\n\t"event_type" : "on_call_end" ,\r\n "id":"cll_5" }\n'],
	['keys out of order and slashes', '{"z":"a\\/b","id":"cll_6","event_type":"on_call_end"}'],
];

describe.each(['base64', 'hex'] as const)('signatures in %s', (format) => {
	beforeEach(() => set({ parameters: { events, options: { signatureFormat: format } } }));

	test.each(bodies)(
		'%s, signed by OpenSSL, start an execution with the body',
		async (_what, body) => {
			const signature = signedByOpenssl(Buffer.from(body), format);
			expect(await deliver(body, [['X-Altur-Signature', signature]])).toEqual({
				status: 200,
				text: '',
			});
			expect(started()).toEqual([JSON.parse(body)]);
		},
	);

	test.each(bodies)('%s, signed by the sandbox, start an execution', async (_what, rawBody) => {
		expect(await outcomes({ rawBody, signature: format })).toEqual([200]);
		expect(started()).toEqual([JSON.parse(rawBody)]);
	});

	test('the sandbox and OpenSSL sign alike', async () => {
		const [{ body, signature }] = await sandbox.altur.send({ signature: format });
		expect(signature).toBe(signedByOpenssl(Buffer.from(body), format));
	});
});

test.each(events)(
	'the vendor’s %s starts an execution, its letters escaped or not',
	async (event) => {
		expect(await outcomes({ event })).toEqual([200]);
		sandbox.altur.setWebhook({ asciiOnly: true });
		expect(await outcomes({ event })).toEqual([200]);
		expect(started()).toMatchObject([{ event_type: event }, { event_type: event }]);
	},
);

test('only chosen events start an execution; the others are answered all the same', async () => {
	set({ parameters: { events: ['campaign.cycle_completed'] } });
	for (const event of [...events, 'campaign.renamed'])
		expect(await outcomes({ event })).toEqual([200]);
	expect(started()).toMatchObject([{ event_type: 'campaign.cycle_completed' }]);
});

test('statuses narrow the changes of status, and nothing else', async () => {
	set({ parameters: { events, options: { campaignStatuses: ['active'] } } });
	const changed = (status: string) => ({
		event: 'campaign.status_changed',
		payload: { data: { campaign: { id: 1, name: 'x', status, previous_status: 'ready' } } },
	});
	for (const order of [changed('finished'), changed('active'), { event: 'on_call_end' }])
		expect(await outcomes(order)).toEqual([200]);
	expect(started()).toMatchObject([
		{ data: { campaign: { status: 'active' } } },
		{ event_type: 'on_call_end' },
	]);
});

describe('repeats', () => {
	test.each(events)(
		'the same %s five times starts one execution, and each gets a 200',
		async (event) => {
			expect(await outcomes({ event, times: 5 })).toEqual([200, 200, 200, 200, 200]);
			expect(started()).toHaveLength(1);
		},
	);

	test('the same event five times at once starts one execution', async () => {
		const event = { payload: { id: 'cll_at_once' } };
		await Promise.all([1, 2, 3, 4, 5].map(async () => await outcomes(event)));
		expect(started()).toHaveLength(1);
	});

	test('a delivery that could not start is taken when it comes again', async () => {
		let refusals = 1;
		set({
			start: () => {
				if (refusals-- > 0) throw new Error('n8n is busy');
			},
		});
		const order = { payload: { id: 'cll_again' }, times: 3 };
		expect(await outcomes(order)).toEqual([500, 200, 200]);
		expect(started()).toHaveLength(1);
	});

	test.each([
		['could not start is taken when it comes again', true, 1],
		['started is not started again', false, 1],
	])('a delivery whose sender hung up and that %s', async (_what, isRefused, executions) => {
		const body = eventOf('cll_hung_up');
		const lines: Array<[string, string]> = [[header, signed(body)]];
		const sender = new AbortController();
		let attempts = 0;
		set({
			start: async () => {
				if (attempts++ > 0) return;
				sender.abort();
				await new Promise((resolve) => setTimeout(resolve, 50));
				if (isRefused) throw new Error('The database is gone');
			},
		});
		const first = fetch(trigger.url, {
			method: 'POST',
			body,
			headers: [['content-type', 'application/json'], ...lines],
			signal: sender.signal,
		});
		await expect(first).rejects.toThrow('aborted');
		expect(await deliver(body, lines)).toMatchObject({ status: 200 });
		expect(started()).toHaveLength(executions);
		expect(attempts).toBe(isRefused ? 2 : 1);
	});

	test('the end of a call is another event than a change that carries the same ID', async () => {
		await outcomes({ payload: { id: 'same' } });
		await outcomes({ event: 'campaign.cycle_completed', payload: { event_id: 'same' } });
		expect(started()).toHaveLength(2);
	});

	test('two triggers do not share their memory', async () => {
		await outcomes({ payload: { id: 'cll_both' } });
		set({ nodeId: 'another' });
		await outcomes({ payload: { id: 'cll_both' } });
		expect(started()).toHaveLength(2);
	});

	test.each([
		['switched off', { parameters: { events, options: { ignoreRepeats: false } } }],
		['at the test URL', { mode: 'manual' as const }],
	])('%s, every delivery counts', async (_where, around) => {
		set(around);
		await outcomes({ times: 3 });
		expect(started()).toHaveLength(3);
	});

	test('an event without an ID always counts', async () => {
		await outcomes({ rawBody: '{"event_type":"on_call_end"}', times: 2 });
		expect(started()).toHaveLength(2);
	});
});
