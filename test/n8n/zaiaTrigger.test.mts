import { randomUUID } from 'node:crypto';
import { outputOf } from '../../host/client.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { remoteExports } from '../support/zaiaExports.mts';

const position: [number, number] = [0, 0];

describe('Zaia Trigger in real n8n', () => {
	let real: Lab;
	let exports: ReturnType<typeof remoteExports>;
	beforeAll(async () => {
		real = await lab();
		exports = remoteExports(real.sandbox);
	});
	beforeEach(async () => await real.sandbox.reset());

	/** A published workflow that starts with the trigger. */
	const publish = async (options: { binaryData?: boolean } = {}) => {
		const webhookId = randomUUID();
		const type = 'n8n-nodes-conversational-agents.zaiaTrigger';
		const parameters = { event: 'exportReady', options };
		const workflow = await real.n8n.createWorkflow({
			name: `Test ${webhookId}`,
			nodes: [
				{ id: randomUUID(), name: 'Zaia', type, typeVersion: 1, position, webhookId, parameters },
			],
			connections: {},
		});
		const path = `${webhookId}/webhook`;
		await real.n8n.activate(workflow, { path });
		return { workflow, url: `${real.n8n.session.url}/webhook/${path}` };
	};

	/** Exports to a trigger by the Zaia node, and answers what each execution it started gave out. */
	const exportTo = async ({ url, workflow }: Awaited<ReturnType<typeof publish>>) => {
		const parameters = { resource: 'chatMessage', operation: 'export', callbackUrl: url };
		const node = { type: 'n8n-nodes-conversational-agents.zaia', parameters };
		const { error } = await real.runWorkflow({ items: [{}], nodes: node });
		expect(error).toBeUndefined();
		for (let time = 0; time < 200; time++) {
			const executions = await real.n8n.listExecutions(workflow.id);
			if (executions.length > 0) {
				const ended = await real.n8n.waitForExecution(executions[0]!.id);
				return outputOf(ended, 'Zaia')[0]!;
			}
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		throw new Error(`Nothing started: ${JSON.stringify(await exports.deliveries())}`);
	};

	test('an export started elsewhere starts the workflow with its messages', async () => {
		await exports.set({ mostMessages: 2 });
		const items = await exportTo(await publish());
		expect(items.map(({ json }) => json.content)).toEqual([
			'Message 1 in Chat 1',
			'Message 2 in Chat 1',
		]);
		const [delivery] = await exports.deliveries();
		expect(delivery).toMatchObject({ outcome: 200, answer: '{"received":true}' });
	});

	test('an object comes as one item, anything but JSON as a file', async () => {
		await exports.set({ format: 'jsonObject', mostMessages: 2 });
		const [item] = await exportTo(await publish());
		expect(item?.json.chatMessages).toHaveLength(2);
		await exports.set({ format: 'csv', mostMessages: 2 });
		const [file] = await exportTo(await publish());
		expect(file?.binary?.data).toMatchObject({
			fileName: 'chat-messages.csv',
			mimeType: 'text/csv',
		});
	});

	test('20 MB are refused, unless Binary Data takes them as a file', async () => {
		await exports.set({ bytes: 20 * 1024 * 1024, mostMessages: 1, when: 'held' });
		const plain = await publish();
		const parameters = { resource: 'chatMessage', operation: 'export', callbackUrl: plain.url };
		const node = { type: 'n8n-nodes-conversational-agents.zaia', parameters };
		await real.runWorkflow({ items: [{}], nodes: node });
		const [refused] = await exports.deliver();
		expect(refused?.outcome).not.toBe(200);
		expect(await real.n8n.listExecutions(plain.workflow.id)).toEqual([]);

		await exports.set({ when: 'later' });
		const [file] = await exportTo(await publish({ binaryData: true }));
		expect(file?.binary?.data).toMatchObject({
			fileName: 'zaia-export.json',
			mimeType: 'application/json',
		});
		const { bytes } = (await exports.deliveries()).at(-1)!;
		expect(file?.binary?.data?.bytes).toBe(bytes);
	}, 120_000);
});
