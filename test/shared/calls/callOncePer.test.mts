import { callJob, phones } from '../../support/calls.mts';
import { joinClaims, leaveClaims } from '../../../nodes/shared/once/claims.ts';
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
	expect(hintsInFull).toContainEqual({
		message:
			"n8n's database did not take 1 notes of Call Once Per. Nobody is called twice for that; the next run reports these numbers as unknown.",
		type: 'warning',
		location: 'outputPane',
	});
});

test('every number is in the store before its request leaves', async () => {
	const entriesWhenDialled: number[] = [];
	const { checkProcessedAndRecord } = store;
	const spy = jest.spyOn(store, 'checkProcessedAndRecord').mockImplementation(async (...args) => {
		entriesWhenDialled.push(sandbox.it.requests().length);
		return await checkProcessedAndRecord.apply(store, args);
	});
	await altur(sandbox, callJob(3, { ...once, concurrency: 1 }));
	spy.mockRestore();
	// A claim each, before its own request and after that of the row before; then the last mark.
	expect(entriesWhenDialled).toEqual([0, 1, 2, 3]);
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

test('a row without a campaign name is called beside rows that have one, and is remembered by nobody', async () => {
	const callOncePer = '={{ $json.phone.endsWith("1") ? "November" : "" }}';
	const job = { ...callJob(2, { callOncePer }), items: phones('+525530000001', '+525530000002') };
	await altur(sandbox, job);
	await altur(sandbox, job);
	expect(sandbox.it.dialled()).toEqual({ '+525530000001': 1, '+525530000002': 2 });
	const about = { workflow: { id: 'w' } } as Parameters<typeof store.getProcessedDataCount>[1];
	expect(await store.getProcessedDataCount('workflow', about, { mode: 'entries' })).toBe(2);
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
		'Left out: called before in the campaign "November".',
		'Not called again: an earlier row or run of the campaign "November" sent this number and never learned what came of it. Look it up before you call it by hand.',
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
					'Left out: another row or run of the campaign "November" is calling this number right now, and says what came of it.',
			},
		},
	]);
});

test('what one run leaves unknown is told as such to another run that has been under way meanwhile', async () => {
	const claims = joinClaims('w');
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
