import { setTimeout as sleep } from 'node:timers/promises';
import type { StoredWorkflow } from '../../host/client.mts';
import { errorOf } from '../../host/client.mts';
import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { endedExecutions, importExample, publishExample } from '../support/n8nExample.mts';
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
	const publish = async (readTheEvent: object = {}) => {
		const workflow = await importExample(real, file, {
			'Deliver on your channel': { parameters: { url: `${channel.url}/messages` } },
			'Read the event': { parameters: readTheEvent as never },
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
});
