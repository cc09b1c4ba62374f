import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../contract/failure';
import type { Operation, Vendor } from '../contract/operation';
import type { Settled } from '../contract/row';
import { SHOWN, failureIn, tally } from './tally';

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
