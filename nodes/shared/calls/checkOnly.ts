import type { Reader } from '../contract/reader';
import type { Gate, Row } from '../contract/row';
import { switchInForce } from './inForce';

/** True for a row that is to be checked, and nobody called. */
export const isCheckOnly = (read: Reader): boolean => read.within('options').flag('checkOnly');

/** The dry run: a row that asks for it has been checked by now, and goes no further. */
export const checkOnly = (rows: Row[]): Gate => ({
	inForce: switchInForce(
		'Check Only',
		rows.map(({ read }) => isCheckOnly(read)),
	),
	look: ({ read }) =>
		isCheckOnly(read)
			? { outcome: 'checked', message: 'Checked only: nothing was sent.' }
			: undefined,
});
