import type { IDataObject } from 'n8n-workflow';
import { outputOf } from '../../host/client.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { remoteExports } from '../support/zaiaExports.mts';

const zaia = {
	name: 'Zaia',
	type: 'n8n-nodes-conversational-agents.zaia',
	parameters: { resource: 'chatMessage', operation: 'exportAndWait', rangeStart: '' },
};
const next = { name: 'Next', type: 'n8n-nodes-base.noOp' };
const waiting = { until: ['waiting' as const] };

describe('Export and Wait in real n8n', () => {
	let real: Lab;
	let exports: ReturnType<typeof remoteExports>;
	beforeAll(async () => {
		real = await lab();
		exports = remoteExports(real.sandbox);
	});
	beforeEach(async () => await real.sandbox.reset());

	const start = async (parameters: IDataObject = {}, items: IDataObject[] = [{ row: 1 }]) => {
		const node = { ...zaia, parameters: { ...zaia.parameters, ...parameters } as never };
		const { executionId } = await real.startWorkflow({ items, nodes: [node, next] });
		return executionId;
	};

	const pause = async (parameters: IDataObject = {}) => {
		await exports.set({ when: 'held' });
		const id = await start(parameters);
		await real.n8n.waitForExecution(id, waiting);
		return id;
	};

	/** Delivers an export once its execution waits, and answers what the next node got. */
	const exported = async (settings: Parameters<typeof exports.set>[0]) => {
		await exports.set(settings);
		const id = await pause();
		await exports.deliver((await exports.asked()).length - 1);
		return await passedOn(id);
	};

	/** What the node after Zaia got. */
	const passedOn = async (id: string, timeoutMs?: number) => {
		const execution = await real.n8n.waitForExecution(id, { timeoutMs });
		expect(execution.status).toBe('success');
		return outputOf(execution, 'Next')[0]!;
	};

	const statusOf = async (id: string) => (await real.n8n.getExecution(id)).status;

	const outcomes = async () => (await exports.deliveries()).map(({ outcome }) => outcome);

	const post = async (url: string, body: unknown) => {
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
		return answer.status;
	};

	test('the execution pauses and goes on with the messages that Zaia posts', async () => {
		const items = await exported({ mostMessages: 3 });
		expect(items.map(({ json }) => json.content)).toEqual([
			'Message 1 in Chat 1',
			'Message 2 in Chat 1',
			'Message 3 in Chat 1',
		]);
		const [delivery] = await exports.deliveries();
		expect(delivery).toMatchObject({ outcome: 200, answer: '{"received":true}' });
	});

	test('anything but JSON comes as a file with its name and type', async () => {
		const [csv] = await exported({ format: 'csv', mostMessages: 2 });
		expect(csv?.binary?.data).toMatchObject({
			fileName: 'chat-messages.csv',
			mimeType: 'text/csv',
			fileExtension: 'csv',
		});
		const [pdf] = await exported({ format: 'pdf', bytes: 100_000 });
		expect(pdf?.binary?.data).toMatchObject({
			fileName: 'zaia-export.pdf',
			mimeType: 'application/pdf',
		});
		expect(pdf?.binary?.data?.bytes).toBe((await exports.deliveries())[1]?.bytes);
		const [form] = await exported({ format: 'form', bytes: 0 });
		expect(form).toMatchObject({
			json: { exportId: 'sandbox-export' },
			binary: { data: { fileName: 'messages.csv', mimeType: 'text/csv' } },
		});
	});

	test('a stranger’s POST without the right signature is answered 401 and wakes nobody', async () => {
		const id = await pause();
		const [{ callbackUrl } = { callbackUrl: '' }] = await exports.asked();
		const { origin, pathname, searchParams } = new URL(callbackUrl);
		const address = origin + pathname;
		const signature = searchParams.get('signature')!;
		const wait = `wait=${searchParams.get('wait')}`;
		expect(signature.length).toBeGreaterThanOrEqual(32);
		const forged = [{ content: 'forged' }];
		expect(await post(`${address}?${wait}`, forged)).toBe(401);
		expect(await post(`${address}?${wait}&signature=`, forged)).toBe(401);
		expect(await post(`${address}?${wait}&signature=${signature.slice(0, -1)}`, forged)).toBe(401);
		expect(await post(`${address}?${wait}&signature=${'a'.repeat(signature.length)}`, forged)).toBe(
			401,
		);
		expect(await statusOf(id)).toBe('waiting');
		await exports.deliver();
		expect((await passedOn(id))[0]?.json.content).toBe('Message 1 in Chat 1');
	});

	test('a second delivery of the same export is answered 409 and starts nothing', async () => {
		const id = await pause();
		await exports.set({ times: 2, mostMessages: 1 });
		await exports.deliver();
		await passedOn(id);
		expect(await outcomes()).toEqual([200, 409]);
	});

	test('a delivery that comes before n8n stored the pause is turned away; the pause stays for a later one', async () => {
		await exports.set({ when: 'beforeAnswer', answerDelayMs: 500, mostMessages: 1 });
		const id = await start();
		await real.n8n.waitForExecution(id, waiting);
		// n8n 2.40.7 stumbles over the missing data of a manual run (500); where there is some it says 409.
		const [early] = await outcomes();
		expect([409, 500]).toContain(early);
		await exports.deliver();
		expect(await outcomes()).toEqual([early, 200]);
		expect(await passedOn(id)).toHaveLength(1);
	});

	test('when time runs out the execution goes on and says so, with n8n’s payload limit', async () => {
		const id = await pause({ options: { maxWaitMinutes: 0.02 } });
		const [item, ...more] = await passedOn(id, 150_000);
		expect(more).toEqual([]);
		expect(item?.json).toEqual({
			timedOut: true,
			message: expect.stringContaining('16 MB unless N8N_PAYLOAD_SIZE_MAX'),
		});
		await exports.deliver();
		expect(await outcomes()).toEqual([409]);
	}, 180_000);

	test('a file above n8n’s payload limit is refused and the execution goes on waiting', async () => {
		const id = await pause();
		await exports.set({ bytes: 17 * 1024 * 1024, mostMessages: 1 });
		await exports.deliver();
		expect((await outcomes())[0]).not.toBe(200);
		expect(await statusOf(id)).toBe('waiting');
		await exports.set({ bytes: 0 });
		await exports.deliver();
		expect(await passedOn(id)).toHaveLength(1);
	});

	test('an export without messages goes on with one item that says so', async () => {
		const id = await pause({ rangeStart: '2030-01-01T00:00:00Z' });
		await exports.deliver();
		const [item, ...more] = await passedOn(id);
		expect(more).toEqual([]);
		expect(item?.json).toMatchObject({ isEmpty: true });
	});

	test('20 executions that wait at once each get their own file', async () => {
		await exports.set({ when: 'held', mostMessages: 1 });
		const minute = (n: number) => new Date(Date.UTC(2026, 0, 5, 12, n)).toISOString();
		const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
		const ids = await Promise.all(
			numbers.map(async (n) => {
				const id = await start({
					rangeStart: minute(n),
					additionalFields: { rangeEnd: minute(n) },
				});
				await real.n8n.waitForExecution(id, waiting);
				return id;
			}),
		);
		await exports.deliver();
		expect(await outcomes()).toEqual(numbers.map(() => 200));
		const contents = await Promise.all(
			ids.map(async (id) => (await passedOn(id)).map(({ json }) => json.content)),
		);
		expect(contents).toEqual(numbers.map((n) => [`Message ${n} in Chat 1`]));
	}, 120_000);

	test('two rows are refused before anything is sent', async () => {
		const id = await start({}, [{}, {}]);
		const { status, data } = await real.n8n.waitForExecution(id);
		expect(status).toBe('error');
		expect(data.resultData.error?.message).toContain('takes one row a run, but 2 came');
		expect(await exports.asked()).toEqual([]);
	});
});
