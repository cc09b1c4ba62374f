import { callingHoursGate } from '../../../shared/calls/callingHours';
import { callOncePer } from '../../../shared/calls/callOncePer';
import { checkOnly } from '../../../shared/calls/checkOnly';
import { sameNumber } from '../../../shared/calls/sameNumber';
import type { Gates } from '../../../shared/contract/row';

/** What may hold a call back, the lasting claim last: a row that another skips must not be claimed. */
export const gates: Gates = async (context, rows, lanes) => {
	const once = await callOncePer(context, rows, lanes);
	return [sameNumber(context, rows), checkOnly(rows), callingHoursGate(rows), once];
};
