import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { N8nClient, StoredWorkflow } from './client.mts';
import { places } from './places.mts';

/** The example that `npm start` runs, and where its result is found. */
export const campaign = {
	file: 'call-campaign-from-spreadsheet.json',
	table: 'Call campaign',
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

/** Runs the example campaign from an empty table and answers what became of every row. */
export async function runCampaign(n8n: N8nClient, workflow: StoredWorkflow): Promise<RowOutcome[]> {
	const earlier = await n8n.findTable(campaign.table);
	if (earlier) await n8n.deleteTable(earlier);
	const id = await n8n.run(workflow);
	const { status, data } = await n8n.waitForExecution(id, { timeoutMs: campaign.patienceMs });
	if (status !== 'success') {
		throw new Error(`The campaign ended as "${status}": ${data.resultData.error?.message ?? ''}`);
	}
	return compare(await expectedOutcomes(), await actualOutcomes(n8n));
}

async function actualOutcomes(n8n: N8nClient): Promise<Map<string, string>> {
	const table = await n8n.findTable(campaign.table);
	if (!table) throw new Error(`The campaign left no data table "${campaign.table}".`);
	return byKey(await n8n.tableRows(table));
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
