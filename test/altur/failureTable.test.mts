import type { INode } from 'n8n-workflow';
import { agents } from '../../sandbox/altur/agents.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const call = {
	resource: 'call',
	operation: 'create',
	agentId: agents.diana.id,
	phoneNumber: '={{ $json.phone }}',
	options: { concurrency: 1, requestsPerSecond: 0 },
};
const good = ['+525511110001', '+525511110002'];
const failing = { unknown: '+525550000500', refused: '+525550000400', lost: '+525550000902' };
const settings: Array<INode['onError']> = [
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
];

const rowsWith = (number: string, position: number) =>
	[...good.slice(0, position), number, ...good.slice(position)].map((phone) => ({ phone }));

const cells = settings.flatMap((onError) =>
	Object.entries(failing).flatMap(([kind, number]) =>
		[0, 1, 2].map((position) => ({ onError, kind, number, position })),
	),
);

const requestsByNumber = () => {
	const counts: Record<string, number> = {};
	for (const { body } of sandbox.it.requests('altur')) {
		const number = (body as { phone_number_to: string }).phone_number_to;
		counts[number] = (counts[number] ?? 0) + 1;
	}
	return counts;
};

test.each(cells)(
	'with Retry On Fail and "$onError", row $position being $kind, no number is asked for twice',
	async ({ onError, kind, number, position }) => {
		await altur(sandbox, {
			parameters: call,
			items: rowsWith(number, position),
			onError,
			tries: 3,
		});
		const counts = requestsByNumber();
		// A refused row may go again on a re-run: nobody was called. It did not take place three times.
		if (kind === 'refused') delete counts[number];
		expect(Object.values(counts).every((count) => count === 1)).toBe(true);
		const rang = Object.values(sandbox.it.dialled());
		expect(rang.every((count) => count === 1)).toBe(true);
	},
);

test('under "stop" the message says what happened first, and the description what became of every row', async () => {
	const { error } = await altur(sandbox, { parameters: call, items: rowsWith(failing.unknown, 1) });
	expect(error?.message).toMatch(
		/^Row 2: Altur answered: .+ \(500\)\. The call to \+525550000500 may have been placed; it is not sent again\.$/,
	);
	const { description } = error as unknown as { description: string };
	expect(description).toMatch(/Done: 1 \(cll_\w+ \(\+525511110001\)\)/);
	expect(description).toContain('look these up before you run them again: 1 (+525550000500)');
	expect(description).toContain('Not attempted: 1 (+525511110002)');
});

test('under "continue" a failed row is an item with its outcome and no error field', async () => {
	const { outputs, error } = await altur(sandbox, {
		parameters: call,
		items: rowsWith(failing.refused, 1),
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	expect(
		outputs[0].map(({ json, pairedItem }) => [json.phoneNumber, json.outcome, pairedItem]),
	).toEqual([
		['+525511110001', 'placed', { item: 0 }],
		['+525550000400', 'refused', { item: 1 }],
		['+525511110002', 'placed', { item: 2 }],
	]);
	expect(outputs[0][1].json).not.toHaveProperty('error');
	expect(outputs[0][1].json.message).toContain('was not placed');
});

test('under "error output" successes come first, and a failed row leaves by the error branch with its input row', async () => {
	const { outputs } = await altur(sandbox, {
		parameters: call,
		items: rowsWith(failing.lost, 0),
		onError: 'continueErrorOutput',
	});
	expect(outputs[0].map(({ json }) => [json.phoneNumber, json.outcome])).toEqual([
		['+525511110001', 'placed'],
		['+525511110002', 'placed'],
	]);
	expect(outputs[1]).toMatchObject([
		{
			json: {
				phone: failing.lost,
				error: expect.stringContaining('may have been placed'),
				details: { outcome: 'unknown', phoneNumber: failing.lost, row: 1 },
			},
			pairedItem: { item: 0 },
		},
	]);
});

test('bad rows are reported and the good ones called, if the node is to go on', async () => {
	const { outputs } = await altur(sandbox, {
		parameters: call,
		items: rowsWith('call me', 1),
		onError: 'continueRegularOutput',
	});
	expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['placed', 'refused', 'placed']);
	expect(outputs[0][1].json).toMatchObject({ phoneNumber: 'call me', row: 2 });
});

test('the record of what was sent is dropped once the node has succeeded, and kept when it threw', async () => {
	const contextAfter = async (number: string) => {
		const { runExecutionData } = await altur(sandbox, {
			parameters: call,
			items: rowsWith(number, 2),
		});
		return JSON.stringify(runExecutionData.executionData?.contextData);
	};
	expect(await contextAfter('+525511110003')).not.toContain('cll_');
	expect(await contextAfter(failing.unknown)).toContain('cll_');
});

test.each(['401', '402'])(
	'%s ends the run, whatever "on error" says: the rest would fail alike',
	async (status) => {
		const { outputs } = await altur(sandbox, {
			parameters: call,
			items: rowsWith(`+525550000${status}`, 1),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0].map(({ json }) => json.outcome)).toEqual([
			'placed',
			'refused',
			'notAttempted',
		]);
		expect(sandbox.it.requests('altur')).toHaveLength(2);
	},
);

test('the same number twice in one run rings once, unless that is allowed', async () => {
	const items = [{ phone: good[0] }, { phone: '0052 55 1111 0001' }];
	const { outputs } = await altur(sandbox, { parameters: call, items });
	expect(outputs[0][1].json).toMatchObject({
		outcome: 'skipped',
		reason: 'sameNumber',
		phoneNumber: good[0],
	});
	expect(sandbox.it.dialled()).toEqual({ [good[0]]: 1 });
	await altur(sandbox, { parameters: { ...call, options: { allowSameNumber: true } }, items });
	expect(sandbox.it.dialled()).toEqual({ [good[0]]: 3 });
});

test('"check only" normalises every row and calls nobody', async () => {
	const { outputs } = await altur(sandbox, {
		parameters: { ...call, options: { checkOnly: true, defaultCountryCode: '+52' } },
		items: [{ phone: '55 1111 0001' }],
	});
	expect(outputs[0][0].json).toMatchObject({ outcome: 'checked', phoneNumber: good[0] });
	expect(sandbox.it.requests()).toHaveLength(0);
});

test('a re-run tells the same reason as the first try did', async () => {
	const { error } = await altur(sandbox, {
		parameters: call,
		items: rowsWith(failing.unknown, 1),
		tries: 2,
	});
	expect(error?.message).toContain(
		'Internal Server Error (500). The call to +525550000500 may have been placed',
	);
	expect(sandbox.it.requests('altur')).toHaveLength(2);
});

test('a dry run that is neither on nor off calls nobody', async () => {
	const parameters = { ...call, options: { checkOnly: '={{ $json.check }}' } };
	const { error } = await altur(sandbox, { parameters, items: [{ phone: good[0], check: 'yes' }] });
	expect(error?.message).toContain('Check Only: must be true or false');
	expect(sandbox.it.requests()).toHaveLength(0);
});
