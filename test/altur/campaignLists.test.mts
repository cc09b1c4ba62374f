import { agents } from '../../sandbox/altur/agents.mts';
import { sandboxForTests } from '../support/altur.mts';
import { campaigns } from './campaigns.mts';

const sandbox = sandboxForTests();
const { run, sent } = campaigns(sandbox);

test('all campaigns are read page by page, following the cursor', async () => {
	const { outputs } = await run({ operation: 'getAll', returnAll: true });
	expect(outputs[0]).toHaveLength(137);
	expect(new Set(outputs[0].map(({ json }) => json.id)).size).toBe(137);
	expect(sent().map(({ query }) => query)).toEqual([
		{ pageSize: '100' },
		{ pageSize: '100', cursor: expect.any(String) },
	]);
});

test('a limit that is reached exactly gives a hint that more may exist', async () => {
	const { outputs, hints } = await run({ operation: 'getAll', limit: 120 });
	expect(outputs[0]).toHaveLength(120);
	expect(hints.join()).toContain('There may be more results');
	expect(sent().map(({ query }) => query.pageSize)).toEqual(['60', '60']);
});

test('dates without an offset go out in the workflow’s time zone', async () => {
	const { outputs, error } = await run({
		operation: 'getAll',
		filters: {
			agentId: agents.diana.id,
			status: 'pending',
			integration: 'phone_call',
			startDate: '2025-01-01T00:00:00',
			endDate: '2025-07-01',
		},
	});
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
	expect(sent()[0].query).toEqual({
		agentId: agents.diana.id,
		status: 'pending',
		integration: 'phone_call',
		startDate: '2025-01-01T00:00:00-05:00',
		endDate: '2025-07-01T23:59:59.999-04:00',
		pageSize: '50',
	});
});

test.each([
	[
		{ startDate: '2026-01-01' },
		'Filters › End Date: is empty; Altur takes Start Date only together with it',
	],
	[
		{ endDate: '2026-01-01' },
		'Filters › Start Date: is empty; Altur takes End Date only together with it',
	],
	[{ startDate: '2026-02-01', endDate: '2026-01-01' }, 'Start Date: is after End Date'],
	[{ startDate: '31/01/2026', endDate: '2026-01-01' }, 'Start Date: "31/01/2026" is no date'],
	[{ startDate: '2026-02-31', endDate: '2026-03-01' }, 'Start Date: "2026-02-31" is no date'],
])('the filters %j are refused: %s', async (filters, reason) => {
	const { error } = await run({ operation: 'getAll', filters });
	expect(error?.message).toContain(reason);
	expect(sent()).toHaveLength(0);
});

test('the calls of a campaign are read page by page by their index', async () => {
	const { error } = await run({
		operation: 'getCalls',
		campaignId: 1001,
		returnAll: true,
		filters: { status: 'no-answer', answeredBy: 'machine', startDate: '2026-01-01T10:00:00+01:00' },
	});
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject([
		{
			path: '/campaigns/1001/calls',
			query: {
				pageSize: '100',
				pageIndex: '0',
				status: 'no-answer',
				answeredBy: 'machine',
				startDate: '2026-01-01T10:00:00+01:00',
			},
		},
	]);
});
