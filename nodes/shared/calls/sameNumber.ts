import type { IExecuteFunctions } from 'n8n-workflow';
import type { Reader } from '../contract/reader';
import type { Gate, Pass, Row } from '../contract/row';
import { LinesCalled } from '../once/linesCalled';
import { switchInForce } from './inForce';

const mayRepeat = (read: Reader): boolean => read.within('options').flag('allowSameNumber');

const skipped = (message: string): Pass => ({ outcome: 'skipped', reason: 'sameNumber', message });

/** Rings a number once an execution: once in this run of the node, and not again where an earlier run did. */
export function sameNumber(context: IExecuteFunctions, rows: Row[]): Gate {
	const repeated = repeatedNumbers(rows);
	const called = new LinesCalled(context);
	const noteCalled = ({ request: { line } }: Row) => {
		if (line !== undefined) called.note(line);
	};
	const allowed = rows.map(({ read }) => mayRepeat(read));
	return {
		inForce: allowed.includes(true) ? switchInForce('Allow Same Number', allowed) : undefined,
		look: ({ index, read, request: { line } }) => {
			const run = line === undefined || mayRepeat(read) ? undefined : called.earlierRun(line);
			if (run === undefined) return repeated.get(index);
			return skipped(
				`Skipped: round ${run + 1} of this node called this number earlier in this execution. To call it in every round, turn on Options › Allow Same Number.`,
			);
		},
		placed: noteCalled,
		unclear: noteCalled,
	};
}

/** Rows whose number is in an earlier row of the same run, unless they allow it. */
export function repeatedNumbers(rows: Row[]): Map<number, Pass> {
	const first = new Map<string, number>();
	const repeated = new Map<number, Pass>();
	for (const { index, read, request } of rows) {
		const { line } = request;
		if (line === undefined) continue;
		const earlier = first.get(line);
		if (earlier === undefined) first.set(line, index);
		else if (!mayRepeat(read)) {
			repeated.set(index, skipped(`Skipped: row ${earlier + 1} of this run has the same number.`));
		}
	}
	return repeated;
}
