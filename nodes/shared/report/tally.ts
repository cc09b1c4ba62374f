import type { FailedOutcome, Failure } from '../contract/failure';
import type { Settled } from '../contract/row';

/** How many rows or ids a message spells out. */
export const SHOWN = 50;

export const failureIn = ({ result }: Settled): Failure | undefined =>
	'failure' in result ? result.failure : undefined;

const list = (texts: string[], more = 'more'): string =>
	texts.length <= SHOWN
		? texts.join(', ')
		: `${texts.slice(0, SHOWN).join(', ')} and ${texts.length - SHOWN} ${more}`;

const idOf = ({ result, phoneNumber }: Settled): string[] => {
	const id = 'items' in result ? result.items[0]?.json.id : undefined;
	if (typeof id !== 'string' && typeof id !== 'number') return phoneNumber ? [phoneNumber] : [];
	return [phoneNumber ? `${id} (${phoneNumber})` : String(id)];
};

function countLine(title: string, rows: Settled[], what: (row: Settled) => string[]): string[] {
	if (rows.length === 0) return [];
	const named = rows.flatMap(what);
	return [`${title}: ${rows.length}${named.length > 0 ? ` (${list(named)})` : ''}.`];
}

/** True where a row may have taken place: its own request's answer was lost, or that of an earlier one. */
export const isUnknown = ({ result }: Settled): boolean =>
	('failure' in result && result.failure.outcome === 'unknown') ||
	('pass' in result && result.pass.outcome === 'unknown');

/** "placed 3 (ids), unknown 1 (numbers), …": what became of every row. */
export function tally(settled: Settled[]): string[] {
	const failed = (outcome: FailedOutcome) =>
		settled.filter((row) => failureIn(row)?.outcome === outcome);
	const rowOf = ({ index, phoneNumber }: Settled) => [phoneNumber ?? `row ${index + 1}`];
	return [
		...countLine(
			'Done',
			settled.filter(({ result }) => 'items' in result),
			idOf,
		),
		...countLine(
			'Unknown, look these up before you run them again',
			settled.filter(isUnknown),
			rowOf,
		),
		...countLine('Refused, did not take place', failed('refused'), rowOf),
		...countLine('Failed', failed('failed'), rowOf),
		...countLine(
			'Skipped',
			settled.filter((row) => 'pass' in row.result && !isUnknown(row)),
			rowOf,
		),
		...countLine('Not attempted', failed('notAttempted'), rowOf),
	];
}
