import { lineOf } from '../../../nodes/shared/calls/line.ts';
import type { Row } from '../../../nodes/shared/contract/row.ts';
import { repeatedNumbers } from '../../../nodes/shared/calls/sameNumber.ts';
import { reading } from '../../support/reading.mts';

const row = (index: number, phoneNumber?: string, allowSameNumber = false): Row => ({
	index,
	request: { method: 'POST', url: '/call', phoneNumber, line: phoneNumber && lineOf(phoneNumber) },
	read: reading({ options: { allowSameNumber } }),
});

test('a number that an earlier row of the run has is skipped, and the message names that row', () => {
	const repeated = repeatedNumbers([row(1, '+1'), row(2, '+2'), row(4, '+1'), row(5, '+1')]);
	const leftOut = {
		outcome: 'skipped',
		reason: 'sameNumber',
		message: 'Skipped: row 2 of this run has the same number.',
	};
	expect([...repeated]).toEqual([
		[4, leftOut],
		[5, leftOut],
	]);
});

test('a Mexican number with the 1 that was dropped in 2019 is the same as without it', () => {
	const [old, now] = ['+5215550000100', '+525550000100'];
	expect([...repeatedNumbers([row(0, old), row(1, now), row(2, old)]).keys()]).toEqual([1, 2]);
	expect(lineOf(old)).toBe(now);
	for (const other of ['+52155500001', '+15550000100']) {
		expect(lineOf(other)).toBe(other);
	}
});

test('rows that allow it, and rows without a number, are not looked at', () => {
	expect(repeatedNumbers([row(0, '+1'), row(1, '+1', true)]).size).toBe(0);
	expect(repeatedNumbers([row(0), row(1)]).size).toBe(0);
	expect([...repeatedNumbers([row(0, '+1', true), row(1, '+1')]).keys()]).toEqual([1]);
});
