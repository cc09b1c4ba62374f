import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredWorkflow } from '../../host/client.mts';
import { errorOf } from '../../host/client.mts';
import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import {
	endedExecutions,
	importExample,
	publishExample,
	type Changes,
} from '../support/n8nExample.mts';
import { editNode } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { startReceiver, type Receiver } from '../support/receiver.mts';

const file = 'deliver-gurusup-replies.json';

jest.setTimeout(120_000);

describe("Example: deliver GuruSup's replies on your own channel and store them", () => {
	let real: Lab;
	let channel: Receiver;
	let published: StoredWorkflow | undefined;

	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		channel = await startReceiver();
	});
	afterEach(async () => {
		if (published) await real.n8n.deactivate(published);
		published = undefined;
		await channel.close();
	});

	const control = async <T,>(path: string, body?: object): Promise<T> => {
		const answer = await fetch(`${real.sandbox.url}/sandbox/gurusup/${path}`, {
			method: body ? 'POST' : 'GET',
			body: body && JSON.stringify(body),
		});
		return (await answer.json()) as T;
	};

	/** Publishes the example and makes it the webhook of the sandbox's organisation. */
	const publish = async (changes: Changes = {}) => {
		const workflow = await importExample(real, file, {
			'Deliver on your channel': { parameters: { url: `${channel.url}/messages` } },
			...changes,
		});
		published = workflow;
		const url = await publishExample(real, workflow);
		await control('webhook', { url });
		return workflow;
	};

	const customerWrites = async (body: string) => {
		const answer = await fetch(`${real.sandbox.url}/gurusup/api/v1/messages`, {
			method: 'POST',
			headers: { 'x-api-key': guruSupKey, 'content-type': 'application/json' },
			body: JSON.stringify({
				body,
				user_fid: 'ana@example.com',
				thread_fid: 'web-1001',
				is_customer_support_agent: false,
			}),
		});
		expect(answer.status).toBe(200);
	};

	/** What the workflow stored in GuruSup. */
	const storedByAgents = async () =>
		(await real.sandbox.requests('gurusup'))
			.map(({ body }) => body as Record<string, unknown>)
			.filter((body) => body.is_customer_support_agent === true);

	const reply = { to: 'ana@example.com', text: 'Gracias, he recibido: ¿Dónde está?' };
	const stored = {
		body: reply.text,
		user_fid: reply.to,
		thread_fid: 'web-1001',
		is_customer_support_agent: true,
	};

	test('a reply is delivered once and stored as a support agent’s message', async () => {
		const workflow = await publish();
		await customerWrites('¿Dónde está?');
		const [execution] = await endedExecutions(real, workflow, 1);
		expect(execution?.status).toBe('success');
		expect(channel.json()).toEqual([reply]);
		expect(await storedByAgents()).toEqual([stored]);
		const table = (await real.n8n.findTable('GuruSup messages'))!;
		expect(await real.n8n.tableRows(table)).toMatchObject([
			{ thread: 'web-1001', text: reply.text, state: 'stored', answer: '[{}]' },
		]);
	});

	test('where GuruSup answers agents too, it stops and says so instead of looping', async () => {
		await control('behaviour', { toAgent: 'reply' });
		const workflow = await publish();
		await customerWrites('¿Dónde está?');
		const [first, second] = await endedExecutions(real, workflow, 2);
		expect([first?.status, second?.status]).toEqual(['success', 'error']);
		expect(errorOf(second!)?.message).toContain(
			"GuruSup answered a message that this workflow had stored as a support agent's",
		);
		await sleep(1_000);
		expect(channel.json()).toEqual([reply]);
		expect(await storedByAgents()).toEqual([stored]);
		expect(await control<unknown[]>('deliveries')).toHaveLength(2);

		await customerWrites('¿Y ahora?');
		await endedExecutions(real, workflow, 4);
		expect(channel.json<{ text: string }>().map(({ text }) => text)).toEqual([
			reply.text,
			'Gracias, he recibido: ¿Y ahora?',
		]);
	});

	test('an event that holds other fields delivers nothing and says where to look', async () => {
		const workflow = await publish();
		await control('events', { payload: { event: 'send_message', data: { words: 'Hola' } } });
		const [execution] = await endedExecutions(real, workflow, 1);
		expect(errorOf(execution!)?.message).toContain('put its fields into "Read the event"');
		expect(channel.received).toEqual([]);
	});

	test('with a wrong address of the channel nothing is stored; corrected, Retry delivers once', async () => {
		const workflow = await publish({
			'Deliver on your channel': { parameters: { url: 'http://127.0.0.1:9/nowhere' } },
		});
		await customerWrites('¿Dónde está?');
		const [failed] = await endedExecutions(real, workflow, 1);
		expect(failed?.status).toBe('error');
		expect(await storedByAgents()).toEqual([]);
		await real.n8n.deactivate(workflow);
		const url = `${channel.url}/messages`;
		await editNode(real, workflow, 'Deliver on your channel', { url });
		expect((await real.n8n.retryExecution(failed!.id, true)).status).toBe('success');
		expect(channel.json()).toEqual([reply]);
		expect(await storedByAgents()).toEqual([stored]);
	});

	test('more messages for one thread than the limit stop as a loop would', async () => {
		const fields = ['text', 'userFid', 'threadFid'].map((name, index) => {
			const value = `={{ $json.${['body', 'user_fid', 'thread_fid'][index]} }}`;
			return { id: name, name, type: 'string', value };
		});
		const limit = { id: 'most', name: 'mostInTenMinutes', type: 'number', value: 3 };
		const workflow = await publish({
			'Read the event': { parameters: { assignments: { assignments: [...fields, limit] } } },
		});
		for (let message = 1; message <= 5; message++) {
			const thread_fid = message === 5 ? 'another' : 'web-1001';
			const payload = { body: `${message}`, user_fid: 'ana@example.com', thread_fid };
			await control('events', { payload });
			await endedExecutions(real, workflow, message);
		}
		const statuses = (await endedExecutions(real, workflow, 5)).map(({ status }) => status);
		expect(statuses).toEqual(['success', 'success', 'success', 'error', 'success']);
		const delivered = channel.json<{ text: string }>().map(({ text }) => text);
		expect(delivered).toEqual(['1', '2', '3', '5']);
	});
});
