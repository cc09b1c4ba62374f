import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { errorOf, outputOf, runsOf } from '../../host/client.mts';
import { callNode, editNode, outcomes, requestsByNumber, rows } from '../support/n8nCalls.mts';
import { lab, type Lab, type NodeDraft } from '../support/n8nLab.mts';

/*
 * Inputs from the field in which a protection was asked for and came out empty, or a person was called twice;
 * each in real n8n as it was met.
 */

jest.setTimeout(60_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

const number = '+525512345678';
const named = (options: IDataObject, more: Partial<NodeDraft> = {}) => callNode(options, more);

type Stored = Awaited<ReturnType<Lab['runWorkflow']>>['execution'];

/** What n8n shows above the node's output. */
const hintsOf = (execution: Stored): string[] =>
	runsOf(execution, 'Call').flatMap(({ hints = [] }) => hints.map(({ message }) => message));

/** Weekdays and hours of the workflow's zone in which it is now neither Monday to Friday nor nine to six. */
function zoneAtRest(now = new Date()): string {
	const isOpen = (timeZone: string) => {
		const parts = new Intl.DateTimeFormat('en-GB', {
			...{ timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
		}).formatToParts(now);
		const part = (type: string) => parts.find((one) => one.type === type)!.value;
		const hour = Number(part('hour'));
		return !['Sat', 'Sun'].includes(part('weekday')) && hour >= 9 && hour < 18;
	};
	return ['America/Los_Angeles', 'Asia/Tokyo', 'Europe/Madrid'].find((zone) => !isOpen(zone))!;
}

test('Calling Hours just added, which n8n stores as {}, are Monday to Friday, nine to six, in the workflow’s zone', async () => {
	const zone = zoneAtRest();
	const workflow = await real.saveWorkflow({
		items: rows(number),
		nodes: named({ callingHours: {} }),
	});
	const { nodes, connections } = workflow;
	const settings = { executionOrder: 'v1', timezone: zone };
	await real.n8n.session.patch(`/rest/workflows/${workflow.id}`, { nodes, connections, settings });
	const execution = await real.n8n.waitForExecution(await real.n8n.run(workflow));
	const [item] = outputOf(execution, 'Call')[0] ?? [];
	expect(item?.json).toMatchObject({ outcome: 'skipped', reason: 'outsideCallingHours' });
	expect(hintsOf(execution)).toEqual([
		`1 not called: 1 outside calling hours. Check Only off, Calling Hours 09:00–18:00 Mon–Fri (${zone}), Call Once Per none.`,
	]);
	expect(await requestsByNumber(real)).toEqual({});
});

test('a campaign name that looks the same is the same: decomposed, with odd spaces and invisible marks', async () => {
	const name = 'Promoción de noviembre';
	const workflow = await real.saveWorkflow({
		items: rows(number),
		nodes: named({ callOncePer: name }),
	});
	const again = async (callOncePer: string) => {
		await editNode(real, workflow, 'Call', { options: { requestsPerSecond: 0, callOncePer } });
		const execution = await real.n8n.waitForExecution(await real.n8n.run(workflow));
		return outputOf(execution, 'Call')[0]?.map(({ json }) => json.reason ?? json.outcome);
	};
	expect(await again(name)).toEqual(['placed']);
	expect(await again(name.normalize('NFD'))).toEqual(['alreadyCalled']);
	expect(await again(' Promoción\u00a0de  novi\u200bembre')).toEqual(['alreadyCalled']);
	expect(await requestsByNumber(real)).toEqual({ [number]: 1 });
});

const cells = [
	{ number: '+525512345601', campaign: 'Nov' },
	{ number: '+525512345602', campaign: '' },
	{ number: '+525512345603' },
	{ number: '+525512345604', campaign: null },
];

test('rows whose campaign cell is blank are refused by name before anybody is called', async () => {
	const nodes = named({ callOncePer: '={{ $json.campaign }}' });
	const { error } = await real.runWorkflow({ items: cells, nodes });
	expect(error?.message).toMatch(
		/^Nothing was sent: 3 of 4 rows cannot be used\. Row 2: Call Once Per: is empty/,
	);
	expect(await requestsByNumber(real)).toEqual({});
	const going = { onError: 'continueRegularOutput' } as const;
	const { output } = await real.runWorkflow({ items: cells, nodes: { ...nodes, ...going } });
	expect(outcomes(output[0])).toEqual({ placed: 1, refused: 3 });
	expect(await requestsByNumber(real)).toEqual({ '+525512345601': 1 });
});

test('a Check Only whose expression comes out empty calls nobody; false calls', async () => {
	const items = [{}, { dryRun: null }, { dryRun: '' }, { dryRun: '  ' }, { dryRun: false }];
	const { output } = await real.runWorkflow({
		items: items.map((row, at) => ({ ...row, number: `+52551234570${at}` })),
		nodes: named({ checkOnly: '={{ $json.dryRun }}' }, { onError: 'continueRegularOutput' }),
	});
	expect(output[0]?.map(({ json }) => json.outcome)).toEqual([
		...['refused', 'refused', 'refused', 'refused', 'placed'],
	]);
	expect(output[0]?.[0]?.json.message).toBe('Check Only: must be true or false, but it is empty');
	expect(Object.keys(await requestsByNumber(real))).toEqual(['+525512345704']);
});

/** Runs the rows through Loop Over Items, two at a time; what came out of Call in each round. */
async function looped(numbers: string[], call: NodeDraft) {
	const loop = {
		...{ name: 'Loop', type: 'n8n-nodes-base.splitInBatches', typeVersion: 3 },
		parameters: { batchSize: 2 },
	};
	const workflow = await real.saveWorkflow({ items: rows(...numbers), nodes: [loop, call] });
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const connections = {
		...workflow.connections,
		Loop: { main: [[], to('Call')] },
		Call: { main: [to('Loop')] },
	};
	const { id, nodes } = workflow;
	await real.n8n.session.patch(`/rest/workflows/${id}`, { nodes, connections });
	const execution = await real.n8n.waitForExecution(await real.n8n.run(workflow));
	const rounds = runsOf(execution, 'Call').map(({ data }) =>
		(data?.main[0] ?? []).map(({ json }) => json),
	);
	return { execution, rounds };
}

const twice = ['+525512345601', '+525512345602', '55 1234 5601', '+525512345603'];

test('a number that comes again in a later round of a loop is called once, unless Allow Same Number', async () => {
	const { rounds } = await looped(twice, named({ defaultCountryCode: '+52' }));
	expect(rounds.map((round) => round.map(({ outcome }) => outcome))).toEqual([
		['placed', 'placed'],
		['skipped', 'placed'],
	]);
	expect(rounds[1]?.[0]).toEqual({
		...{ outcome: 'skipped', phoneNumber: '+525512345601', line: '+525512345601' },
		reason: 'sameNumber',
		message:
			'Skipped: round 1 of this node called this number earlier in this execution. To call it in every round, turn on Options › Allow Same Number.',
	});
	expect(Object.values(await requestsByNumber(real))).toEqual([1, 1, 1]);

	await real.sandbox.reset();
	const allowed = await looped(twice, named({ defaultCountryCode: '+52', allowSameNumber: true }));
	expect(allowed.rounds.flat().map(({ outcome }) => outcome)).toEqual(Array(4).fill('placed'));
	expect((await requestsByNumber(real))['+525512345601']).toBe(2);
});

test('a call that was refused in a round is no earlier call: a retry of the execution makes it', async () => {
	const numbers = ['+525512345601', '+525512345602', '+525512345603', '+525550000400'];
	const call = named({ concurrency: 1 }, { retryOnFail: true, maxTries: 2, waitBetweenTries: 50 });
	const { execution } = await looped(numbers, call);
	expect(errorOf(execution)?.message).toMatch(/^Row 2: .+ was not placed/);
	const refusedAgain = await real.n8n.retryExecution(execution.id);
	expect(errorOf(refusedAgain)?.message).toMatch(/^Row 2: .+ was not placed/);
	expect(await requestsByNumber(real)).toEqual({
		...{ '+525512345601': 1, '+525512345602': 1, '+525512345603': 1 },
		'+525550000400': 4,
	});
});

test('every row begins with outcome, number and line, then reason and message', async () => {
	const numbers = [number, number, '+525550000400', '+525550000500'];
	const { output } = await real.runWorkflow({
		items: rows(...numbers),
		nodes: named({ concurrency: 1 }, { onError: 'continueRegularOutput' }),
	});
	expect(output[0]?.map(({ json }) => Object.keys(json).slice(0, 5))).toEqual([
		['outcome', 'phoneNumber', 'line', 'id', expect.any(String)],
		['outcome', 'phoneNumber', 'line', 'reason', 'message'],
		['outcome', 'phoneNumber', 'line', 'message', 'status'],
		['outcome', 'phoneNumber', 'line', 'message', 'status'],
	]);
});

/*
 * A known limit: n8n drops these before the node runs, so that no node can see that a protection was asked
 * for. The hint says what is in force.
 */
test.each([
	['Options as one expression', '={{ { checkOnly: true, callOncePer: "Nov" } }}'],
	['Options as text', '{"checkOnly": true}'],
	['Options as a list', [{ checkOnly: true }]],
	['an option under a name that the form does not have', { check_only: true, callonceper: 'Nov' }],
])('%s: n8n drops it, and the hint says that nothing protects', async (_what, options) => {
	const call = callNode();
	const parameters = { ...call.parameters, options } as INodeParameters;
	const { execution, output } = await real.runWorkflow({
		items: rows(number),
		nodes: { ...call, parameters },
	});
	expect(outcomes(output[0])).toEqual({ placed: 1 });
	expect(hintsOf(execution)).toEqual([
		'1 called. Check Only off, Calling Hours none, Call Once Per none.',
	]);
});
