import type { Row } from '../../nodes/shared/row.ts';
import { repeatedNumbers } from '../../nodes/shared/sameNumber.ts';
import { reading } from '../support/reading.mts';

const row = (index: number, phoneNumber?: string, allowSameNumber = false): Row => ({
	index,
	request: { method: 'POST', url: '/call', phoneNumber },
	read: reading({ options: { allowSameNumber } }),
});

test('a number that an earlier row of the run has is left out, and the message names that row', () => {
	const repeated = repeatedNumbers([row(1, '+1'), row(2, '+2'), row(4, '+1'), row(5, '+1')]);
	const leftOut = {
		outcome: 'skipped',
		reason: 'sameNumber',
		message: 'Left out: row 2 of this run has the same number.',
	};
	expect([...repeated]).toEqual([
		[4, leftOut],
		[5, leftOut],
	]);
});

test('rows that allow it, and rows without a number, are not looked at', () => {
	expect(repeatedNumbers([row(0, '+1'), row(1, '+1', true)]).size).toBe(0);
	expect(repeatedNumbers([row(0), row(1)]).size).toBe(0);
	expect([...repeatedNumbers([row(0, '+1', true), row(1, '+1')]).keys()]).toEqual([1]);
});
