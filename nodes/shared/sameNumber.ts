import { lineOf } from './countries';
import type { Pass } from './gate';
import type { Row } from './row';

/** Rows whose number stands in an earlier row of the same run, unless they allow it. */
export function repeatedNumbers(rows: Row[]): Map<number, Pass> {
	const first = new Map<string, number>();
	const repeated = new Map<number, Pass>();
	for (const { index, read, request } of rows) {
		const { phoneNumber } = request;
		if (phoneNumber === undefined) continue;
		const line = lineOf(phoneNumber);
		const earlier = first.get(line);
		if (earlier === undefined) first.set(line, index);
		else if (!read.within('options').flag('allowSameNumber')) {
			repeated.set(index, {
				outcome: 'skipped',
				reason: 'sameNumber',
				message: `Left out: row ${earlier + 1} of this run has the same number.`,
			});
		}
	}
	return repeated;
}
