import type { Gate } from '../contract/row';

/** The dry run: a row that asks for it has been checked by now, and goes no further. */
export const checkOnly: Gate = {
	look: ({ read }) =>
		read.within('options').flag('checkOnly')
			? { outcome: 'checked', message: 'Checked only: nothing was sent.' }
			: undefined,
};
