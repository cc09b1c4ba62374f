import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { executionCount, sender, untilExecutions } from '../support/n8nDeliveries.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { slowBodies } from '../support/slowBodies.mts';

const type = 'n8n-nodes-conversational-agents.guruSupTrigger';

/** A workflow that starts with the trigger, and where it is called. */
interface Called {
	workflow: StoredWorkflow;
	url: string;
	testUrl: string;
}

describe('GuruSup Trigger in real n8n', () => {
	let real: Lab;
	const vendor = sender(50);
	const active: Called[] = [];
	beforeAll(async () => {
		real = await lab();
	});
	afterAll(async () => {
		for (const { workflow } of active) await real.n8n.deactivate(workflow);
		await vendor.close();
	});

	const create = async (parameters: IDataObject, jsCode?: string): Promise<Called> => {
		const webhookId = randomUUID();
		const { id, name } = real.credentials.find((stored) => stored.type === 'guruSupApi')!;
		const position = [0, 0] as [number, number];
		const trigger = {
			...{ id: randomUUID(), name: 'GuruSup', type, typeVersion: 1, position, webhookId },
			parameters: parameters as never,
			credentials: { guruSupApi: { id, name } },
		};
		const last = jsCode
			? { type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } }
			: { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
		const workflow = await real.n8n.createWorkflow({
			name: `Test ${webhookId}`,
			nodes: [trigger, { id: randomUUID(), name: 'Last', position, ...last }],
			connections: { GuruSup: { main: [[{ node: 'Last', type: 'main', index: 0 }]] } },
		});
		const at = (kind: string) => `${real.n8n.session.url}/${kind}/${webhookId}/webhook`;
		return { workflow, url: at('webhook'), testUrl: at('webhook-test') };
	};

	const activate = async (parameters: IDataObject = {}, jsCode?: string): Promise<Called> => {
		const called = await create(parameters, jsCode);
		const path = called.url.split('/webhook/')[1]!;
		await real.n8n.activate(called.workflow, { path });
		active.push(called);
		return called;
	};

	const deliver = async (url: string, json: unknown, key: string = guruSupKey, raw?: string) =>
		await vendor.post(url, raw ?? JSON.stringify(json), ['x-api-key', key]);

	/** Delivers that many events and counts the answers. */
	const deliverMany = async (url: string, count: number, key?: string) =>
		await vendor.flood(count, async (index) => {
			const event = { event: 'send_message', data: { id: `m${index}` } };
			const { status, text } = await deliver(url, event, key);
			return `${status} ${text}`.trim();
		});

	const executions = async ({ workflow }: Called) => await executionCount(real, workflow);

	/** What the trigger gave out in each execution, the latest first. */
	const givenOut = async ({ workflow }: Called) => {
		const listed = await real.n8n.listExecutions(workflow.id);
		const ended = await Promise.all(listed.map(({ id }) => real.n8n.waitForExecution(id)));
		return ended.map((execution) => outputOf(execution, 'GuruSup')[0]?.map(({ json }) => json));
	};

	test('1,000 deliveries, 50 in flight, start exactly 1,000 executions', async () => {
		const called = await activate();
		const start = performance.now();
		expect(await deliverMany(called.url, 1_000)).toEqual({ '200': 1_000 });
		console.log(`1,000 deliveries answered in ${Math.round(performance.now() - start)} ms`);
		await untilExecutions(real, called.workflow, 1_000);
		const latest = await givenOut(called);
		const ids = latest.map((items) => (items?.[0]?.data as IDataObject).id);
		expect(new Set(ids).size).toBe(100);
	}, 400_000);

	test('200 bodies that never end do not hold up those that do', async () => {
		const called = await activate();
		const slow = await slowBodies(called.url, guruSupKey, 200);
		try {
			expect(await deliverMany(called.url, 100)).toEqual({ '200': 100 });
			expect(slow.open()).toBe(200);
		} finally {
			slow.hangUp();
		}
		await untilExecutions(real, called.workflow, 100);
	}, 120_000);

	test('400 deliveries with a wrong key are all answered 401 and start nothing', async () => {
		const called = await activate();
		expect(await deliverMany(called.url, 400, 'sandbox-gurusup-kez')).toEqual({ '401': 400 });
		expect(await executions(called)).toBe(0);
	}, 400_000);

	test('the sandbox’s own events are let in with its key only', async () => {
		const called = await activate();
		const send = async (key: string) => {
			const answer = await fetch(`${real.sandbox.url}/sandbox/gurusup/events`, {
				method: 'POST',
				body: JSON.stringify({ url: called.url, key, times: 2 }),
			});
			return ((await answer.json()) as IDataObject[]).map(({ outcome }) => outcome);
		};
		for (const key of ['wrong', 'none', 'empty', 'doubled'])
			expect(await send(key)).toEqual([401, 401]);
		expect(await send('valid')).toEqual([200, 200]);
		await untilExecutions(real, called.workflow, 2);
	});

	test('"Immediately" answers nothing at all, "When Last Node Finishes" the last node’s items', async () => {
		const code = 'return [{ json: { a: 1 } }, { json: { a: 2 } }];';
		const atOnce = await activate({ responseMode: 'onReceived' }, code);
		expect(await deliver(atOnce.url, {})).toEqual({ status: 200, text: '' });
		const atEnd = await activate({ responseMode: 'lastNode' }, code);
		expect(await deliver(atEnd.url, {})).toEqual({ status: 200, text: '[{"a":1},{"a":2}]' });
		const none = await activate({ responseMode: 'lastNode' }, 'return [];');
		expect(await deliver(none.url, {})).toEqual({ status: 200, text: '[]' });
	});

	test('a workflow that fails answers 500 at its end, and the repeat of that delivery starts anew', async () => {
		const options = { repeatKey: 'id' };
		const failing = await activate({ responseMode: 'lastNode', options }, 'throw new Error("no");');
		expect((await deliver(failing.url, { id: 1 })).status).toBe(500);
		expect((await deliver(failing.url, { id: 1 })).status).toBe(500);
		await untilExecutions(real, failing.workflow, 2);
		const working = await activate({ responseMode: 'lastNode', options });
		expect(await deliver(working.url, { id: 1 })).toEqual({ status: 200, text: '[{"id":1}]' });
		expect(await deliver(working.url, { id: 1 })).toEqual({ status: 200, text: '' });
		await untilExecutions(real, working.workflow, 1);
	});

	test.each([
		['starts anew where its workflow failed', 'throw new Error("no");', 500, 2],
		['is a repeat where its workflow ran through', 'return [{ json: {} }];', 200, 1],
	])(
		'a delivery whose sender hung up %s',
		async (_what, end, status, count) => {
			const slow = `await new Promise((resolve) => setTimeout(resolve, 3_000));\n${end}`;
			const options = { repeatKey: 'id' };
			const called = await activate({ responseMode: 'lastNode', options }, slow);
			const impatient = fetch(called.url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-api-key': guruSupKey },
				body: '{"id":1}',
				signal: AbortSignal.timeout(1_500),
			});
			await expect(impatient).rejects.toThrow();
			expect((await deliver(called.url, { id: 1 })).status).toBe(status);
			await untilExecutions(real, called.workflow, count);
		},
		60_000,
	);

	test('events of other names and repeats are answered 200 and start nothing', async () => {
		const called = await activate({
			options: { eventNames: 'send_message', repeatKey: 'data.id' },
		});
		for (const [event, id] of [
			['send_message', 1],
			['other', 2],
			['send_message', 1],
			['send_message', 3],
		])
			expect(await deliver(called.url, { event, data: { id } })).toEqual({ status: 200, text: '' });
		await untilExecutions(real, called.workflow, 2);
		expect((await givenOut(called)).map((items) => items?.[0]?.data)).toEqual([
			{ id: 3 },
			{ id: 1 },
		]);
	});

	test('empty, broken and bottomless bodies are answered and start nothing; 5 MB come through', async () => {
		const called = await activate();
		const raw = async (text: string) => await deliver(called.url, null, guruSupKey, text);
		expect(await raw('')).toMatchObject({ status: 400 });
		expect(await raw('{"a":')).toMatchObject({ status: 422 });
		expect(await raw(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toMatchObject({
			status: 400,
		});
		expect(await executions(called)).toBe(0);
		const text = 'x'.repeat(5 * 1024 * 1024);
		expect(await deliver(called.url, { text })).toEqual({ status: 200, text: '' });
		expect(await raw(`${'['.repeat(200)}${']'.repeat(200)}`)).toEqual({ status: 200, text: '' });
		await untilExecutions(real, called.workflow, 2);
		const [deepest, largest] = await givenOut(called);
		expect(JSON.stringify(deepest?.[0]?.body)).toHaveLength(400);
		expect((largest?.[0]?.text as string).length).toBe(text.length);
	});

	test('the test URL starts the workflow too, once somebody listens', async () => {
		const called = await create({ options: { repeatKey: 'id' } });
		const listen = async () =>
			await real.n8n.session.post(`/rest/workflows/${called.workflow.id}/run`, {
				triggerToStartFrom: { name: 'GuruSup' },
			});
		expect((await deliver(called.testUrl, { id: 1 })).status).toBe(404);
		for (let time = 1; time <= 2; time++) {
			await listen();
			expect((await deliver(called.testUrl, { id: 1 }, 'wrong')).status).toBe(401);
			expect(await deliver(called.testUrl, { id: 1 })).toEqual({ status: 200, text: '' });
			await untilExecutions(real, called.workflow, time);
		}
		expect(await givenOut(called)).toEqual([[{ id: 1 }], [{ id: 1 }]]);
	});
});
