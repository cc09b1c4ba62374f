import type { Gate, Pass, Row } from '../contract/row';

/** Rings a number once a run. */
export function sameNumber(rows: Row[]): Gate {
	const repeated = repeatedNumbers(rows);
	return { look: ({ index }) => repeated.get(index) };
}

/** Rows whose number stands in an earlier row of the same run, unless they allow it. */
export function repeatedNumbers(rows: Row[]): Map<number, Pass> {
	const first = new Map<string, number>();
	const repeated = new Map<number, Pass>();
	for (const { index, read, request } of rows) {
		const { line } = request;
		if (line === undefined) continue;
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
