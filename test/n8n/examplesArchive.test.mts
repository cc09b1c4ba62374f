import type { StoredWorkflow } from '../../host/client.mts';
import { errorOf, outputOf } from '../../host/client.mts';
import { editNode } from '../support/n8nCalls.mts';
import { importExample, runExample } from '../support/n8nExample.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { startReceiver, type Receiver } from '../support/receiver.mts';
import { remoteExports } from '../support/zaiaExports.mts';

jest.setTimeout(120_000);

describe("Example: archive yesterday's Zaia chats every night", () => {
	let real: Lab;
	let archive: Receiver;
	let exports: ReturnType<typeof remoteExports>;

	beforeAll(async () => {
		real = await lab();
		exports = remoteExports(real.sandbox);
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		archive = await startReceiver();
	});
	afterEach(async () => await archive.close());

	const example = async (options: object = { maxWaitMinutes: 60 }): Promise<StoredWorkflow> =>
		await importExample(real, 'archive-zaia-chats.json', {
			'Export and wait': { parameters: { options: options as never } },
			'Put it into your archive': {
				parameters: {
					url: `=${archive.url}/{{ $('Which day').first().json.day }}.{{ $binary.data.fileExtension ?? 'bin' }}`,
				},
			},
		});

	/** The day on which the sandbox's chats took place, in place of yesterday. */
	const onTheDay = async (workflow: StoredWorkflow) => {
		const nodes = workflow.nodes.map((node) =>
			node.name === 'Which day'
				? {
						...node,
						parameters: { mode: 'raw', jsonOutput: '{ "day": "2026-01-05" }', options: {} },
					}
				: node,
		);
		const { id, connections } = workflow;
		await real.n8n.session.patch(`/rest/workflows/${id}`, { nodes, connections });
		return await runExample(real, workflow);
	};

	test('the messages of the day become one file in the archive', async () => {
		await exports.set({ mostMessages: 3 });
		expect((await onTheDay(await example())).status).toBe('success');
		expect(archive.received).toMatchObject([
			{ method: 'PUT', path: '/2026-01-05.json', contentType: 'application/json' },
		]);
		expect(archive.json()).toEqual([
			[1, 2, 3].map((n) => expect.objectContaining({ content: `Message ${n} in Chat 1` })),
		]);
	});

	test('a file that is none of messages is kept as it came', async () => {
		await exports.set({ format: 'csv', mostMessages: 2 });
		expect((await onTheDay(await example())).status).toBe('success');
		expect(archive.received).toMatchObject([{ path: '/2026-01-05.csv' }]);
		expect(archive.received[0]!.body.toString()).toMatch(/^id,createdAt,chatId/);
		expect(archive.received[0]!.body).toHaveLength((await exports.deliveries())[0]!.bytes);
	});

	test('it asks for all of yesterday, in the time zone of the workflow', async () => {
		const workflow = await example();
		const settings = { ...workflow.settings, timezone: 'America/Mexico_City' };
		await real.n8n.session.patch(`/rest/workflows/${workflow.id}`, { settings });
		const execution = await runExample(real, workflow);
		expect(execution.status).toBe('success');
		expect(outputOf(execution, 'No messages that day')[0]?.[0]?.json).toMatchObject({
			isEmpty: true,
		});
		const [{ rangeStart, rangeEnd } = { rangeStart: '', rangeEnd: '' }] = await exports.asked();
		const wanted = new Date(Date.now() - 24 * 3_600_000).toLocaleDateString('sv', {
			timeZone: 'America/Mexico_City',
		});
		expect(rangeStart).toMatch(new RegExp(`^${wanted}T00:00:00`));
		expect(rangeEnd).toMatch(new RegExp(`^${wanted}T23:59:59\\.999`));
		expect(archive.received).toEqual([]);
	});

	test('where the archive did not take the file, the next run by hand puts it there once', async () => {
		const workflow = await example();
		const url = "={{ 'http://127.0.0.1:9/nowhere' }}";
		await editNode(real, workflow, 'Put it into your archive', { url });
		const broken = await real.n8n.session.get<StoredWorkflow>(`/rest/workflows/${workflow.id}`);
		expect((await onTheDay(broken)).status).toBe('error');
		expect((await onTheDay(workflow)).status).toBe('success');
		expect(archive.received).toMatchObject([{ path: '/2026-01-05.json' }]);
	});

	test('a file that does not come stops the execution, which says so', async () => {
		await exports.set({ when: 'held' });
		const workflow = await example({ maxWaitMinutes: 0.02 });
		const execution = await runExample(real, workflow, undefined, 110_000);
		expect(execution.status).toBe('error');
		expect(errorOf(execution)?.message).toMatch(/are not in the archive\. No export was taken in/);
		expect(archive.received).toEqual([]);
	});
});
