import type { StoredWorkflow } from '../../host/client.mts';
import { outputOf } from '../../host/client.mts';
import {
	endedExecutions,
	importExample,
	publishExample,
	runExample,
} from '../support/n8nExample.mts';
import { agents } from '../../sandbox/altur/agents.mts';
import { editNode } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { fillTable, tableOf } from '../support/n8nTable.mts';

const file = 'call-back-unanswered.json';
const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const always = { days: everyDay, from: '00:00', to: '23:59', timezone: 'UTC' };
const busy = '+525550000001';
const noAnswer = '+525550000002';
const failing = '+525550000003';
const machine = '+525550000004';
const human = '+525520000001';

jest.setTimeout(180_000);

describe('Example: call back those who did not answer, at most 3 times, in office hours', () => {
	let real: Lab;
	let workflow: StoredWorkflow;
	/** How many executions the example has had. */
	let count: number;
	let url: string;

	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		await real.sandbox.set({ speed: 1_000 });
		count = 0;
	});
	afterEach(async () => await real.n8n.deactivate(workflow));

	const publish = async (callingHours: object, more: object = {}) => {
		workflow = await importExample(real, file, {
			'Call back': { parameters: { options: { callingHours }, ...more } as never },
		});
		url = await publishExample(real, workflow);
		await fetch(`${real.sandbox.url}/sandbox/altur/webhook`, {
			method: 'POST',
			body: JSON.stringify({ url, events: ['on_call_end'] }),
		});
	};

	const ended = async (more: number) => {
		count += more;
		const executions = await endedExecutions(real, workflow, count);
		expect(executions.map(({ status }) => status)).toEqual(Array(count).fill('success'));
	};

	/** The first calls, made by somebody else. */
	const call = async (...numbers: string[]) => {
		const { output } = await real.runWorkflow({
			items: numbers.map((number) => ({ number })),
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
		expect(output[0]).toHaveLength(numbers.length);
		await ended(numbers.length);
	};

	/** What the table says, by number. */
	const table = async () =>
		Object.fromEntries(
			(await tableOf(real, 'Call back')).map(({ phone, state, tries }) => [
				phone,
				`${String(state)} ${String(tries)}`,
			]),
		);

	const anHourPasses = async () => {
		const execution = await runExample(real, workflow, 'Every hour');
		count += 1;
		return outputOf(execution, 'Call back')[0] ?? [];
	};

	test('busy, no answer and a machine are called back three times, others not at all', async () => {
		await publish(always);
		await call(busy, noAnswer, machine, human, failing);
		for (let time = 0; time < 3; time++) {
			expect(await table()).toEqual({
				[busy]: `waiting ${time}`,
				[noAnswer]: `waiting ${time}`,
				[machine]: `waiting ${time}`,
			});
			expect((await anHourPasses()).map(({ json }) => json.outcome)).toEqual(
				Array(3).fill('placed'),
			);
			await ended(3);
		}
		expect(await table()).toEqual({
			[busy]: 'given up 3',
			[noAnswer]: 'given up 3',
			[machine]: 'given up 3',
		});
		expect(await anHourPasses()).toEqual([]);
		expect(await real.sandbox.dialled()).toEqual({
			[busy]: 4,
			[noAnswer]: 4,
			[machine]: 4,
			[human]: 1,
			[failing]: 1,
		});
	});

	/** Altur reports a call's end, once more or later than others. */
	const reported = async (payload: object) => {
		const event = { event: 'on_call_end', url, payload: { type: 'outbound', ...payload } };
		const answer = await fetch(`${real.sandbox.url}/sandbox/altur/events`, {
			method: 'POST',
			body: JSON.stringify(event),
		});
		expect(await answer.json()).toMatchObject([{ outcome: 200 }]);
		await ended(1);
	};

	test('a call that is reported again with its transcript is not called back a second time', async () => {
		await publish(always);
		const first = {
			...{ id: 'cll_first', phone_number_to: human, status: 'no-answer' },
			...{ answered_by: 'unknown', transcript: [] },
		};
		const again = { ...first, transcript: [{ sent_by: 'assistant', content: 'Hola' }] };
		await reported(first);
		await reported(again);
		expect(await table()).toEqual({ [human]: 'waiting 0' });
		expect(await anHourPasses()).toHaveLength(1);
		await ended(1);
		expect(await table()).toEqual({ [human]: 'reached 1' });
		await reported({ ...again, summary: 'Nobody answered' });
		expect(await table()).toEqual({ [human]: 'reached 1' });
		expect(await anHourPasses()).toEqual([]);
		expect(await real.sandbox.dialled()).toEqual({ [human]: 1 });
	});

	test('who turns out to have answered is not called back', async () => {
		await publish(always);
		const first = { id: 'cll_first', phone_number_to: human, status: 'ended' };
		await reported({ ...first, answered_by: 'machine', transcript: [] });
		expect(await table()).toEqual({ [human]: 'waiting 0' });
		await reported({ ...first, answered_by: 'human', transcript: [{ content: 'Hola' }] });
		expect(await table()).toEqual({ [human]: 'reached 0' });
		expect(await anHourPasses()).toEqual([]);
		expect(await real.sandbox.dialled()).toEqual({});
	});

	test('outside office hours nobody is called and no try is lost', async () => {
		const today = new Date().toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
		await publish({ ...always, days: everyDay.filter((day) => day !== today.toLowerCase()) });
		await call(busy);
		expect((await anHourPasses())[0]?.json).toMatchObject({ reason: 'outsideCallingHours' });
		expect(await table()).toEqual({ [busy]: 'waiting 0' });
		expect(await real.sandbox.dialled()).toEqual({ [busy]: 1 });
	});

	test('refused for a wrong agent, nobody loses a try; corrected, they are called', async () => {
		const value = '00000000-0000-4000-8000-00000000000a';
		await publish(always, { agentId: { __rl: true, mode: 'id', value } });
		await call(busy);
		for (let time = 0; time < 3; time++) {
			expect((await anHourPasses())[0]?.json).toMatchObject({ outcome: 'refused' });
			expect(await table()).toEqual({ [busy]: 'waiting 0' });
		}
		const right = { __rl: true, mode: 'id', value: agents.diana.id };
		await editNode(real, workflow, 'Call back', { agentId: right });
		expect((await anHourPasses())[0]?.json).toMatchObject({ outcome: 'placed' });
		await ended(1);
		expect(await table()).toEqual({ [busy]: 'waiting 1' });
		expect(await real.sandbox.dialled()).toEqual({ [busy]: 2 });
	});

	test('a number in another spelling is the same person', async () => {
		await publish(always);
		await call(busy);
		await call(busy.replace('+52', '+521'));
		expect(Object.values(await table())).toEqual(['reached 0']);
	});

	test('who is reached is not called again, and a call whose outcome is unknown is left to a person', async () => {
		await publish(always);
		const text = 'string' as const;
		const columns = { phone: text, line: text, name: text, tries: 'number' as const, state: text };
		const more = { reason: text, callId: text, endedCall: text };
		const waiting = (phone: string) => ({
			phone,
			line: phone,
			name: '',
			tries: 0,
			state: 'waiting',
		});
		await fillTable(real, 'Call back', { ...columns, ...more }, [
			...[human, failing, '+525550000500', '+525550000400'].map(waiting),
			{ ...waiting(busy), state: 'calling' },
		]);
		await anHourPasses();
		await ended(2);
		expect(await table()).toEqual({
			[human]: 'reached 1',
			[failing]: 'failed 1',
			'+525550000500': 'unknown 1',
			'+525550000400': 'waiting 0',
			[busy]: 'calling 0',
		});
		expect((await anHourPasses()).map(({ json }) => json.phoneNumber)).toEqual(['+525550000400']);
	});
});
