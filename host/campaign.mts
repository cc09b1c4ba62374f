import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { outputOf } from './client.mts';
import type { N8nClient, StoredExecution, StoredWorkflow } from './client.mts';
import { places } from './places.mts';

/** The example that `npm start` runs, and where its result is found. */
export const campaign = {
	file: 'call-campaign-from-spreadsheet.json',
	table: 'Call campaign',
	/** The node whose first output is one item a row of the spreadsheet once all are done. */
	done: '50 at a time',
	key: 'row',
	outcome: 'outcome',
	/** One line a row of the spreadsheet: its key and what must become of it. */
	expectations: join(places.examples, 'data', 'expected-outcomes.csv'),
	patienceMs: 5 * 60_000,
};

export interface RowOutcome {
	row: string;
	expected: string;
	actual: string;
}

export interface CampaignRun {
	executionId: string;
	rows: RowOutcome[];
}

/** Runs the example campaign from an empty table and answers the outcome of every row. */
export async function runCampaign(n8n: N8nClient, workflow: StoredWorkflow): Promise<CampaignRun> {
	const earlier = await n8n.findTable(campaign.table);
	if (earlier) await n8n.deleteTable(earlier);
	const executionId = await n8n.run(workflow);
	const execution = await n8n.waitForExecution(executionId, { timeoutMs: campaign.patienceMs });
	const { status, data } = execution;
	if (status !== 'success') {
		throw new Error(`The campaign ended as "${status}": ${data.resultData.error?.message ?? ''}`);
	}
	const rows = compare(await expectedOutcomes(), actualOutcomes(execution));
	return { executionId, rows };
}

function actualOutcomes(execution: StoredExecution): Map<string, string> {
	const [items = []] = outputOf(execution, campaign.done);
	return byKey(items.map(({ json }) => json));
}

async function expectedOutcomes(): Promise<Map<string, string>> {
	const text = await readFile(campaign.expectations, 'utf8');
	return byKey(parse<Record<string, string>>(text, { columns: true, bom: true }));
}

function byKey(rows: Array<Record<string, unknown>>): Map<string, string> {
	return new Map(
		rows.map((row) => [String(row[campaign.key]), String(row[campaign.outcome] ?? '')]),
	);
}

/** Rows that only one side knows are there with an empty other side. */
function compare(expected: Map<string, string>, actual: Map<string, string>): RowOutcome[] {
	const rows = new Set([...expected.keys(), ...actual.keys()]);
	return [...rows].map((row) => ({
		row,
		expected: expected.get(row) ?? '',
		actual: actual.get(row) ?? '',
	}));
}
