import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { FailedOutcome, Failure } from './failure';
import type { Operation, Vendor } from './operation';
import type { Settled } from './row';

/** How many rows or ids a message spells out. */
const SHOWN = 50;

export const failureIn = ({ result }: Settled): Failure | undefined =>
	'failure' in result ? result.failure : undefined;

const list = (texts: string[], more = 'more'): string =>
	texts.length <= SHOWN
		? texts.join(', ')
		: `${texts.slice(0, SHOWN).join(', ')} and ${texts.length - SHOWN} ${more}`;

/** The error for rows that cannot be sent: it names every one of them. */
export function badRowsError(
	context: IExecuteFunctions,
	bad: Settled[],
	total: number,
): NodeOperationError {
	const reasons = bad
		.slice(0, SHOWN)
		.map((row) => `Row ${row.index + 1}: ${failureIn(row)?.message.replace(/\.$/, '')}`);
	const rest = bad.slice(SHOWN).map(({ index }) => index + 1);
	const count = total === 1 ? 'the row' : `${bad.length} of ${total} rows`;
	const more = rest.length > 0 ? `. Likewise rows ${rest.join(', ')}` : '';
	return new NodeOperationError(
		context.getNode(),
		`Nothing was sent: ${count} cannot be used. ${reasons.join('. ')}${more}`,
		{
			// Without itemIndex: n8n would add "[item 1]" to a message about row 2.
			description:
				'Every row is checked before the first one is sent. Correct these rows, or set "On Error" to "Continue" to send the others and have these reported.',
		},
	);
}

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
			'Left out',
			settled.filter((row) => 'pass' in row.result && !isUnknown(row)),
			rowOf,
		),
		...countLine('Not attempted', failed('notAttempted'), rowOf),
	];
}

/** The error of a run that a row ended: what happened first, then what became of all. */
export function stoppedError(
	context: IExecuteFunctions,
	operation: Operation,
	vendor: Vendor,
	settled: Settled[],
): NodeOperationError {
	const failures = settled.filter((row) => failureIn(row));
	const first = failures.find((row) => failureIn(row)?.outcome !== 'notAttempted') ?? failures[0];
	const { message, advice } = failureIn(first) as Failure;
	const again =
		operation.repeat === 'never' && settled.length > 1
			? `Retry of this execution leaves out what was sent; a new execution starts from the first row. See ${vendor.name}'s own list for what took place.`
			: '';
	return new NodeOperationError(
		context.getNode(),
		settled.length > 1 ? `Row ${first.index + 1}: ${message}` : message,
		{
			description: [advice, ...(settled.length > 1 ? tally(settled) : []), again]
				.filter(Boolean)
				.join(' '),
		},
	);
}
