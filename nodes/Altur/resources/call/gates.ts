import { callingHoursGate } from '../../../shared/callingHours';
import { callOncePer } from '../../../shared/callOncePer';
import { checkOnly } from '../../../shared/checkOnly';
import type { Gates } from '../../../shared/gate';

/** What may hold a call back, the lasting claim last: a row left out by another must not be claimed. */
export const gates: Gates = async (context, rows, lanes) => {
	const once = await callOncePer(context, rows, lanes);
	return [checkOnly, callingHoursGate(), ...(once ? [once] : [])];
};
