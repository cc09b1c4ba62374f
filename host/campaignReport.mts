import type { RowOutcome } from './campaign.mts';

const shown = 10;

/** The outcome table: how many rows ended how. */
export function outcomeTable(rows: RowOutcome[]): string {
	const counts = new Map<string, number>();
	for (const { actual } of rows) counts.set(actual, (counts.get(actual) ?? 0) + 1);
	const lines = [...counts]
		.sort(([, one], [, other]) => other - one)
		.map(([outcome, count]) => line(outcome || 'no outcome', count));
	return [...lines, line('rows', rows.length)].join('\n');
}

/** The rows whose outcome is not the expected one, in words; empty if there are none. */
export function surprises(rows: RowOutcome[]): string[] {
	const wrong = rows.filter(({ expected, actual }) => !actual || expected !== actual);
	const words = wrong
		.slice(0, shown)
		.map(({ row, expected, actual }) => `row ${row}: ${said(actual)} instead of ${said(expected)}`);
	return wrong.length > shown ? [...words, `… and ${wrong.length - shown} more`] : words;
}

const said = (outcome: string) => (outcome ? `"${outcome}"` : 'nothing');

const line = (label: string, count: number) => `  ${label.padEnd(16)}${String(count).padStart(5)}`;
