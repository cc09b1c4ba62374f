import { callJob, phones } from '../../support/calls.mts';
import { joinClaims, leaveClaims } from '../../../nodes/shared/once/claimsOf.ts';
import { altur, sandboxForTests } from '../../support/altur.mts';
import { deduplicationForTests } from '../../support/deduplication.mts';

const sandbox = sandboxForTests();
const store = deduplicationForTests();
const once = { callOncePer: 'November' };
const outcomesOf = ({ outputs }: Awaited<ReturnType<typeof altur>>) =>
	outputs[0]?.map(({ json }) => json.outcome);

test('a workflow that was never saved gets a clear error, and nobody is called', async () => {
	const { error } = await altur(sandbox, { ...callJob(2, once), workflowId: '' });
	expect(error).toMatchObject({
		message: 'Call Once Per needs a saved workflow. Nothing was sent.',
		description: 'n8n keeps the numbers called with the workflow. Save it and run it again.',
	});
	expect(sandbox.it.requests()).toEqual([]);
});

test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
	'under %s a workflow that was never saved reports every row as refused',
	async (onError) => {
		const { outputs } = await altur(sandbox, { ...callJob(2, once), workflowId: '', onError });
		const failed = outputs.flat();
		expect(failed).toHaveLength(2);
		for (const { json } of failed) {
			expect(JSON.stringify(json)).toContain('needs a saved workflow');
			expect(JSON.stringify(json)).toContain('refused');
		}
		expect(sandbox.it.requests()).toEqual([]);
	},
);

test('a store that fails places no call and says why', async () => {
	store.broken = 'The disk is full';
	const ran = await altur(sandbox, { ...callJob(3, once), onError: 'continueRegularOutput' });
	expect(JSON.stringify(ran.outputs)).toContain('The disk is full');
	expect(outcomesOf(ran)).not.toContain('placed');
	expect(sandbox.it.requests()).toEqual([]);
});

test('a store that fails in the middle stops calling there, and nobody is told to be called who was not', async () => {
	const ran = altur(sandbox, {
		...callJob(6, { ...once, concurrency: 1 }),
		onError: 'continueRegularOutput',
	});
	while (sandbox.it.requests().length < 3) await new Promise(setImmediate);
	store.broken = 'The disk is full';
	const outcomes = outcomesOf(await ran) ?? [];
	const rang = Object.keys(sandbox.it.dialled()).length;
	expect(outcomes.filter((outcome) => outcome === 'placed')).toHaveLength(rang);
	expect(outcomes.filter((outcome) => outcome === 'notAttempted')).toHaveLength(6 - rang);
	const { hintsInFull } = await ran;
	expect(hintsInFull).toEqual([
		{
			message: expect.stringContaining(
				'n8n could not save the Call Once Per result of 1 numbers. They will not be called twice; the next run reports them as unknown.',
			),
			type: 'warning',
			location: 'outputPane',
		},
	]);
});

test('every number is in the store before its request leaves', async () => {
	const entriesWhenDialled: number[] = [];
	const { checkProcessedAndRecord } = store;
	const spy = jest.spyOn(store, 'checkProcessedAndRecord').mockImplementation(async (...args) => {
		if (args[1] === 'workflow') entriesWhenDialled.push(sandbox.it.requests().length);
		return await checkProcessedAndRecord.apply(store, args);
	});
	await altur(sandbox, callJob(3, { ...once, concurrency: 1 }));
	spy.mockRestore();
	// A claim each, before its own request and after that of the row before; then the last mark. The first
	// of a workflow asks whether the row is torn.
	expect(entriesWhenDialled).toEqual([0, 0, 1, 2, 3]);
});

test('a refused number is free again, a lost one stays unknown, a dry run claims nobody', async () => {
	await altur(sandbox, callJob(1, { ...once, checkOnly: true }));
	expect(store.writes).toBe(0);
	const items = phones('+525550000400', '+525550000902');
	const run = async () =>
		await altur(sandbox, { ...callJob(0, once), items, onError: 'continueRegularOutput' });
	expect(outcomesOf(await run())).toEqual(['refused', 'unknown']);
	expect(outcomesOf(await run())).toEqual(['refused', 'unknown']);
	expect(sandbox.it.requests()).toHaveLength(3);
});

test('Retry On Fail with it: what was placed is told as placed, not as called before', async () => {
	const items = phones('+525511110001', '+525550000400');
	const { outputs } = await altur(sandbox, {
		...callJob(0, { ...once, concurrency: 1 }),
		items,
		tries: 3,
	});
	expect(outputs).toEqual([]);
	expect(sandbox.it.dialled()).toEqual({ '+525511110001': 1 });
	const again = await altur(sandbox, { ...callJob(0, once), items: phones('+525511110001') });
	expect(again.outputs[0]?.[0]?.json).toMatchObject({
		outcome: 'skipped',
		reason: 'alreadyCalled',
	});
});

test.each(['""', 'null', 'undefined', '"  "', '"\\u200b\\u00ad"'])(
	'a row whose campaign name comes out as %s is refused by name, and nobody is called',
	async (empty) => {
		const callOncePer = `={{ $json.phone.endsWith("1") ? "November" : ${empty} }}`;
		const items = phones('+525530000001', '+525530000002');
		const { error } = await altur(sandbox, { ...callJob(0, { callOncePer }), items });
		expect(error?.message).toBe(
			'Nothing was sent: 1 of 2 rows cannot be used. Row 2: Call Once Per: is empty; enter a campaign name, or remove the option',
		);
		expect(sandbox.it.requests()).toEqual([]);
	},
);

test('what is stored of a call is its campaign and line; another text would call everybody again', async () => {
	const written = jest.spyOn(store, 'checkProcessedAndRecord');
	const items = phones('+5215530000001');
	await altur(sandbox, { ...callJob(0, { callOncePer: ' Nov\u00a0 reminder ' }), items });
	const [values] = written.mock.calls.find(([, scope]) => scope === 'workflow')!;
	written.mockRestore();
	expect(values).toEqual(['callOncePer\nNov reminder\n+525530000001', 'callOncePer']);
});

test('a later run says who was called and whose call nothing is known of; spaces around the name count for nothing', async () => {
	const items = phones('+525511110001', '+525550000902');
	const run = async (callOncePer: string) => {
		const job = {
			...callJob(0, { callOncePer }),
			items,
			onError: 'continueRegularOutput' as const,
		};
		return (await altur(sandbox, job)).outputs[0]?.map(({ json }) => json.message);
	};
	await run('November');
	expect(await run(' November ')).toEqual([
		'Skipped: called before in the campaign "November".',
		'Not called again: an earlier row or run of the campaign "November" sent this number and never learned what came of it, or another process is calling it right now. Look it up before you call it by hand.',
	]);
});

test('a dry run says so of every row', async () => {
	const { outputs } = await altur(sandbox, callJob(1, { checkOnly: true }));
	expect(outputs[0]?.[0]?.json).toMatchObject({
		outcome: 'checked',
		message: 'Checked only: nothing was sent.',
	});
});

test('a row whose number another row is calling is not told that it was called, for it may be refused', async () => {
	const { outputs } = await altur(sandbox, {
		...callJob(0, { ...once, allowSameNumber: true, concurrency: 2 }),
		items: phones('+525550000400', '+525550000400'),
		onError: 'continueRegularOutput',
	});
	expect(outputs[0]).toMatchObject([
		{ json: { outcome: 'refused' } },
		{
			json: {
				outcome: 'skipped',
				reason: 'alreadyCalled',
				message:
					'Skipped: another row or run of the campaign "November" is calling this number right now, and reports the result.',
			},
		},
	]);
});

test('what one run leaves unknown is told as such to another run that has been under way meanwhile', async () => {
	const claims = joinClaims('w', 'n', {} as never);
	const job = { ...callJob(0, once), items: phones('+525550000902') };
	const told = async () =>
		(await altur(sandbox, { ...job, onError: 'continueRegularOutput' })).outputs[0]?.[0]?.json;
	await told();
	expect(await told()).toMatchObject({
		outcome: 'unknown',
		message: expect.stringContaining('never learned what came of it'),
	});
	leaveClaims('w', claims);
});
