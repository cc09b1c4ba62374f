import { randomUUID } from 'node:crypto';
import type { StoredWorkflow } from '../../host/client.mts';
import { outputOf } from '../../host/client.mts';
import { startChatModel } from '../support/chatModel.mts';
import { importExample } from '../support/n8nExample.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const always = { days: everyDay, from: '00:00', to: '23:59', timezone: 'UTC' };
const values = {
	phoneNumber: '+525520000001',
	displayName: 'Ana García',
	reason: 'Her parcel arrives tomorrow.',
};

jest.setTimeout(120_000);

describe('Example: an AI agent that may place calls', () => {
	let real: Lab;
	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => await real.sandbox.reset());

	/** Says yes to the agent in a new chat. */
	const chat = async (workflow: StoredWorkflow) => {
		const model = await startChatModel(values);
		await saveModel(model.url);
		const json = { sessionId: randomUUID(), action: 'sendMessage', chatInput: 'Yes, call.' };
		const source = { startTime: Date.now(), executionTime: 0, executionIndex: 0, source: [] };
		const data = { ...source, executionStatus: 'success', data: { main: [[{ json }]] } };
		const { executionId } = await real.n8n.session.post<{ executionId: string }>(
			`/rest/workflows/${workflow.id}/run`,
			{ triggerToStartFrom: { name: 'When a message comes', data } },
		);
		const execution = await real.n8n.waitForExecution(executionId);
		await model.close();
		expect(execution.status).toBe('success');
		return { execution, told: model.toolAnswers };
	};

	const saveModel = async (url: string) =>
		await real.n8n.saveCredential({
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'none', url },
		});

	const example = async (callingHours: object = always) => {
		const { id, name } = await saveModel('http://127.0.0.1:9/v1');
		const callOncePer = '=AI agent, {{ $now.toISODate() }}';
		return await importExample(real, 'ai-agent-that-places-calls.json', {
			'Language model': { credentials: { openAiApi: { id, name } } },
			'Call a person': { parameters: { options: { callOncePer, callingHours } as never } },
		});
	};

	test('the agent fills in whom to call and why, and the call is placed once', async () => {
		const { execution, told } = await chat(await example());
		expect(told).toEqual([expect.stringContaining('"outcome":"placed"')]);
		expect(outputOf(execution, 'Agent that may call')[0]![0]?.json.output).toBe('That is all.');
		expect((await real.sandbox.requests()).map(({ body }) => body)).toEqual([
			{
				agent_id: 'c4e7a6d8-1f25-4b3a-a2c9-9d8e7f6a5b03',
				phone_number_to: values.phoneNumber,
				end_user_display_name: values.displayName,
				end_user_context: values.reason,
			},
		]);
	});

	test('a second conversation of the same day does not ring the same person again', async () => {
		const workflow = await example();
		await chat(workflow);
		const { told } = await chat(workflow);
		expect(told).toEqual([expect.stringContaining('"reason":"alreadyCalled"')]);
		expect(await real.sandbox.dialled()).toEqual({ [values.phoneNumber]: 1 });
	});

	test('outside office hours the agent is told so and nobody is called; with wider hours, once', async () => {
		const today = new Date().toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
		const days = everyDay.filter((day) => day !== today.toLowerCase());
		const { told } = await chat(await example({ ...always, days }));
		expect(told).toEqual([expect.stringContaining('outsideCallingHours')]);
		expect(await real.sandbox.dialled()).toEqual({});
		const corrected = await example();
		await chat(corrected);
		await chat(corrected);
		expect(await real.sandbox.dialled()).toEqual({ [values.phoneNumber]: 1 });
	});
});
