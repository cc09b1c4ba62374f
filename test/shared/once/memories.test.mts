import type { IDataObject } from 'n8n-workflow';

import { joinClaims, leaveClaims } from '../../../nodes/shared/once/claimsOf.ts';
import type { VendorRequest } from '../../../nodes/shared/contract/request.ts';
import { LinesCalled } from '../../../nodes/shared/once/linesCalled.ts';
import { SendRecord } from '../../../nodes/shared/once/sendRecord.ts';
import { altur, sandboxForTests } from '../../support/altur.mts';
import { callJob, phones } from '../../support/calls.mts';
import { deduplicationForTests } from '../../support/deduplication.mts';

/*
 * Every memory the package keeps, a test a line: scope, lifetime, size, what clears it. The pace of an account
 * has its own in pace.test, the webhook deliveries in repeats.test, what a tool sent in onceAsTool.test.
 */

const sandbox = sandboxForTests();
const store = deduplicationForTests();
const lost = '+525550000500';
const good = ['+525511110001', '+525511110002'];

describe('what this execution sent', () => {
	const recordOf = ({ runExecutionData }: Awaited<ReturnType<typeof altur>>): IDataObject =>
		(runExecutionData.executionData?.contextData['node:Subject'] ?? {}) as IDataObject;
	const job = { ...callJob(0, { concurrency: 1 }), items: phones(...good, lost, '+525511110003') };

	test('size: one entry for each row that was sent, under the run it belongs to', async () => {
		const record = recordOf(await altur(sandbox, job));
		expect(Object.keys(record).filter((key) => key !== 'called')).toEqual(['sent:0']);
		expect(Object.keys(record['sent:0'] as IDataObject)).toEqual(['0', '1', '2']);
	});

	test('lifetime: it is in the stored execution, so that a retry of it finds what was sent', async () => {
		const { runExecutionData } = await altur(sandbox, job);
		const stored = JSON.parse(JSON.stringify(runExecutionData)) as typeof runExecutionData;
		const { error } = await altur(sandbox, { ...job, retryOf: stored });
		expect(error?.message).toContain(`The call to ${lost} may have been placed`);
		expect(sandbox.it.requests('altur')).toHaveLength(3);
	});

	test('scope: another request and another run of the node have their own', () => {
		const memory: IDataObject = {};
		const record = (run: number) =>
			new SendRecord({
				getContext: () => memory,
				getWorkflowDataProxy: () => ({ $runIndex: run }),
			} as never);
		const asked = (url: string, phoneNumber?: string): VendorRequest => ({
			method: 'POST',
			url,
			phoneNumber,
		});
		record(0).leaving(0, asked('/call', good[0]));
		expect(record(0).earlier(0, asked('/call', good[0]))).toBeDefined();
		expect(record(1).earlier(0, asked('/call', good[0]))).toBeUndefined();
		expect(record(0).earlier(0, asked('/campaigns/1/activate'))).toBeUndefined();
		expect(record(0).earlier(0, asked('/call', good[1]))).toBeUndefined();
		record(1).leaving(3, asked('/call', good[1]));
		record(1).clear();
		expect(record(0).earlier(0, asked('/call', good[0]))).toBeDefined();
	});

	test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'cleared: when the node succeeds under %s',
		async (onError) => {
			const succeeds = { ...job, items: phones(...good), onError };
			expect(Object.keys(recordOf(await altur(sandbox, succeeds)))).toEqual(['called']);
		},
	);

	test('it holds no key', async () => {
		const { runExecutionData } = await altur(sandbox, job);
		expect(JSON.stringify(runExecutionData)).not.toContain('sandbox-altur-key');
	});
});

describe('whom earlier rounds of a loop called', () => {
	const linesOf = ({ runExecutionData }: Awaited<ReturnType<typeof altur>>) =>
		(runExecutionData.executionData?.contextData['node:Subject'] as IDataObject).called;
	const going = { onError: 'continueRegularOutput' } as const;

	test('size: a line and its round for each that was called or may have been, none for a refused one', async () => {
		const items = phones(good[0]!, '+525550000400', lost, 'no number', '+5215511110001');
		const ran = await altur(sandbox, { ...callJob(0, { concurrency: 1 }), items, ...going });
		expect(linesOf(ran)).toEqual({ [good[0]!]: 0, [lost]: 0 });
	});

	const memory: IDataObject = {};
	const linesIn = (run: number, own = memory) =>
		new LinesCalled({
			getContext: () => own,
			getWorkflowDataProxy: () => ({ $runIndex: run }),
		} as never);

	test('scope: one node in one execution, of which each run sees those before it, and not itself', () => {
		linesIn(1).note('+1');
		linesIn(2).note('+1');
		expect([0, 1, 2, 3].map((run) => linesIn(run).earlierRun('+1'))).toEqual([
			...[undefined, undefined, 1, 1],
		]);
		expect(linesIn(2).earlierRun('+2')).toBeUndefined();
		expect(linesIn(2).earlierRun('toString')).toBeUndefined();
		expect(linesIn(2, {}).earlierRun('+1')).toBeUndefined();
	});

	test('lifetime: it is in the stored execution, and a node that fails keeps it', async () => {
		const items = phones(good[0]!, '+525550000400');
		const ran = await altur(sandbox, { ...callJob(0, { concurrency: 1 }), items });
		expect(ran.error).toBeDefined();
		expect(JSON.parse(JSON.stringify(linesOf(ran)))).toEqual({ [good[0]!]: 0 });
	});

	test('cleared: by nothing, save that a new execution has its own', async () => {
		const job = { ...callJob(0), items: phones(good[0]!) };
		await altur(sandbox, job);
		await altur(sandbox, job);
		expect(sandbox.it.dialled()).toEqual({ [good[0]!]: 2 });
	});
});

describe('whom a campaign has called', () => {
	const about = (id: string) =>
		({ workflow: { id } }) as Parameters<typeof store.getProcessedDataCount>[1];
	const entries = async (id = 'w') =>
		await store.getProcessedDataCount('workflow', about(id), { mode: 'entries' });
	const once = callJob(0, { callOncePer: 'November' });

	test('size: one entry a workflow, two for a call that was placed, one for an unknown one, none for a refused one', async () => {
		const run = async (...numbers: string[]) => {
			const job = { ...once, items: phones(...numbers), onError: 'continueRegularOutput' as const };
			await altur(sandbox, job);
			return await entries();
		};
		expect(await run(good[0]!)).toBe(1 + 2);
		expect(await run(lost)).toBe(1 + 3);
		expect(await run('+525550000400', 'no number')).toBe(1 + 3);
		expect(await run(good[0]!, lost)).toBe(1 + 3);
	});

	test('scope: one workflow', async () => {
		await altur(sandbox, { ...once, items: phones(good[0]!) });
		await altur(sandbox, { ...once, items: phones(good[0]!), workflowId: 'copy' });
		expect([await entries('w'), await entries('copy')]).toEqual([3, 3]);
		expect(sandbox.it.dialled()).toEqual({ [good[0]!]: 2 });
	});

	test('lifetime in this process: as long as a run of the workflow uses it', () => {
		const [first, second] = [joinClaims('w', 'n', {} as never), joinClaims('w', 'n', {} as never)];
		expect(second).toBe(first);
		leaveClaims('w', first);
		const third = joinClaims('w', 'n', {} as never);
		expect(third).toBe(first);
		leaveClaims('w', second);
		leaveClaims('w', third);
		const later = joinClaims('w', 'n', {} as never);
		expect(later).not.toBe(first);
		leaveClaims('w', later);
	});

	test.each([
		['by a run that ends', undefined],
		['also by a run that fails before it sends', 'The disk is full'],
	])('cleared in this process: %s', async (_when, broken) => {
		store.broken = broken;
		await altur(sandbox, { ...once, items: phones(good[0]!) });
		store.broken = undefined;
		const claims = joinClaims('w', 'n', {} as never);
		expect(claims.users).toBe(1);
		leaveClaims('w', claims);
	});
});
