import { setTimeout as sleep } from 'node:timers/promises';
import { errorOf, outputOf } from '../../host/client.mts';
import {
	endedExecutions,
	importExample,
	publishExample,
	runExample,
} from '../support/n8nExample.mts';
import { callNode, editNode, outcomes } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { fillTable, tableOf } from '../support/n8nTable.mts';
import { startReceiver } from '../support/receiver.mts';

jest.setTimeout(120_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => {
	await real.sandbox.reset();
	await real.sandbox.set({ speed: 600 });
});

describe('Example: call everyone in a spreadsheet, but nobody on the do-not-call list', () => {
	const contacts = [
		{ phone: '55 2000 0001', name: 'Ana' },
		{ phone: '+52 (55) 2000-0002', name: 'Luis' },
		{ phone: 'call me', name: 'Eva' },
		{ phone: 5_520_000_003, name: 'Sofía' },
	];

	const callExcept = async (...listed: string[]) => await callOf(contacts, ...listed);

	const callOf = async (people: object[], ...listed: string[]) =>
		await runExample(real, await exampleOf(people, ...listed));

	const exampleOf = async (people: object[], ...listed: string[]) => {
		const jsCode = `return ${JSON.stringify(people.map((json) => ({ json })))};`;
		const workflow = await importExample(real, 'do-not-call-list.json', {
			'Rows of the file': {
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				parameters: { jsCode },
			},
		});
		const rows = listed.map((phone) => ({ phone }));
		await fillTable(real, 'Do not call', { phone: 'string', reason: 'string' }, rows);
		return workflow;
	};

	const sent = async () =>
		(await real.sandbox.requests())
			.map(({ body }) => body as Record<string, string>)
			.map((body) => `${body.end_user_display_name} ${body.phone_number_to}`)
			.sort();

	test('a number on the list is not called, however it is written', async () => {
		const execution = await callExcept('0052 55 2000 0002', '+52 55 2000 0009');
		expect(execution.status).toBe('success');
		expect(await sent()).toEqual(['Ana +525520000001', 'Sofía +525520000003']);
		expect(outcomes(outputOf(execution, 'Call everyone else')[0])).toEqual({ placed: 2 });
		const [, refused] = outputOf(execution, 'Check the contacts');
		expect(refused!.map(({ json }) => json.error)).toEqual([expect.stringContaining('call me')]);
	});

	test('B02: who is on the list in another spelling of the number is not called', async () => {
		const people = [
			{ phone: '55 2000 0001', name: 'Ana' },
			{ phone: '+52 (55) 2000-0002', name: 'Luis' },
			{ phone: '+5215520000003', name: 'Eva' },
			{ phone: '+52 1 55 2000 0004', name: 'Sol' },
		];
		const execution = await callOf(people, '+52 1 55 2000 0002', '55 2000 0004');
		expect(execution.status).toBe('success');
		expect((await sent()).map((words) => words.split(' ')[0])).toEqual(['Ana', 'Eva']);
	});

	test('where nobody is called it says why; corrected and run again, each is called once', async () => {
		const bad = await callOf([{ phone: 'call me', name: 'Eva' }], '55 2000 0002');
		expect(errorOf(bad)?.message).toMatch(/^No call was placed\. 1 contacts have no valid number/);
		const listed = await callOf([{ phone: '55 2000 0002', name: 'Luis' }], '55 2000 0002');
		expect(errorOf(listed)?.message).toContain('1 are on the do-not-call list');
		expect(await sent()).toEqual([]);

		const value = '00000000-0000-4000-8000-00000000000a';
		const workflow = await exampleOf(contacts, '55 2000 0002');
		await editNode(real, workflow, 'Call everyone else', {
			agentId: { __rl: true, mode: 'id', value },
		});
		expect(errorOf(await runExample(real, workflow))?.message).toMatch(/Agent/);
		expect(await real.sandbox.dialled()).toEqual({});
		await editNode(real, workflow, 'Call everyone else', {});
		for (const status of ['success', 'error'])
			expect((await runExample(real, workflow)).status).toBe(status);
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1, '+525520000003': 1 });
	});

	test('an empty list stops everything: it may be one that nobody filled in', async () => {
		const execution = await callExcept();
		expect(execution.status).toBe('error');
		expect(errorOf(execution)?.message).toContain('The table "Do not call" is empty');
		expect(await sent()).toEqual([]);
	});

	test('an entry of the list that is no phone number stops everything before anyone is called', async () => {
		const execution = await callExcept('55 2000 0002', 'ask Luis');
		expect(execution.status).toBe('error');
		expect(errorOf(execution)?.message).toContain('ask Luis');
		expect(await sent()).toEqual([]);
	});
});

describe('Example: save the recording of every call in your own storage', () => {
	test('each answered call’s recording arrives whole, and the table says where it is', async () => {
		const storage = await startReceiver();
		const workflow = await importExample(real, 'save-every-recording.json', {
			'Put it into your storage': {
				parameters: { url: `=${storage.url}/recordings/{{ $json.fileName }}` },
			},
		});
		const url = await publishExample(real, workflow);
		await fetch(`${real.sandbox.url}/sandbox/altur/webhook`, {
			method: 'POST',
			body: JSON.stringify({ url, events: ['on_call_end'] }),
		});
		const { output } = await real.runWorkflow({
			items: [{ number: '+525520000001' }, { number: '+525550000002' }],
			nodes: {
				type: 'n8n-nodes-conversational-agents.altur',
				parameters: {
					resource: 'call',
					operation: 'create',
					agentId: '6f1c1b52-3c0e-4d7a-9b7e-0d5a4e1f2a01',
					phoneNumber: '={{ $json.number }}',
				},
			},
		});
		const executions = await endedExecutions(real, workflow, 2);
		await sleep(100);
		await real.n8n.deactivate(workflow);
		await storage.close();
		expect(executions.map((execution) => errorOf(execution)?.message)).toEqual([
			undefined,
			undefined,
		]);
		const id = String(output[0]![0]!.json.id);
		expect(storage.received).toMatchObject([
			{ method: 'PUT', path: `/recordings/${id}.wav`, contentType: 'audio/wav' },
		]);
		const { body } = storage.received[0]!;
		expect(body.subarray(0, 4).toString()).toBe('RIFF');
		expect(body.length).toBe(body.readUInt32LE(4) + 8);
		expect(await tableOf(real, 'Recordings')).toEqual([
			{ callId: id, phone: '+525520000001', file: `${id}.wav` },
		]);
	});

	test('a recording that the storage did not take is put there by Retry, once', async () => {
		const storage = await startReceiver();
		const address = (path: string) => ({ url: `=${storage.url}/${path}/{{ $json.fileName }}` });
		const workflow = await importExample(real, 'save-every-recording.json', {
			'Put it into your storage': { parameters: { url: 'http://127.0.0.1:9/nowhere' } },
		});
		const url = await publishExample(real, workflow);
		await fetch(`${real.sandbox.url}/sandbox/altur/webhook`, {
			method: 'POST',
			body: JSON.stringify({ url, events: ['on_call_end'] }),
		});
		await real.runWorkflow({ items: [{ number: '+525520000001' }], nodes: callNode() });
		const [failed] = await endedExecutions(real, workflow, 1);
		expect(failed?.status).toBe('error');
		await real.n8n.deactivate(workflow);
		await editNode(real, workflow, 'Put it into your storage', address('recordings'));
		expect((await real.n8n.retryExecution(failed!.id, true)).status).toBe('success');
		await storage.close();
		expect(storage.received).toHaveLength(1);
		expect(await tableOf(real, 'Recordings')).toHaveLength(1);
	});
});
