import { setTimeout as sleep } from 'node:timers/promises';
import { errorOf, outputOf } from '../../host/client.mts';
import {
	endedExecutions,
	importExample,
	publishExample,
	runExample,
} from '../support/n8nExample.mts';
import { outcomes } from '../support/n8nCalls.mts';
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

	const callExcept = async (...listed: string[]) => {
		const jsCode = `return ${JSON.stringify(contacts.map((json) => ({ json })))};`;
		const workflow = await importExample(real, 'do-not-call-list.json', {
			'Rows of the file': {
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				parameters: { jsCode },
			},
		});
		const rows = listed.map((phone) => ({ phone }));
		await fillTable(real, 'Do not call', { phone: 'string', reason: 'string' }, rows);
		return await runExample(real, workflow);
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
});
