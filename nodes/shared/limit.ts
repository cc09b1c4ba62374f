import type { IDataObject } from 'n8n-workflow';
import type { Reader } from './reader';

/** How many results the user wants. */
export const wantedOf = (read: Reader): number =>
	read.flag('returnAll') ? Infinity : read.count('limit', 1, 1_000_000);

/** The first results of an answer that comes in one piece. */
export function limited(body: IDataObject[] | IDataObject, read: Reader): IDataObject[] {
	const rows = Array.isArray(body) ? body : [body];
	const wanted = wantedOf(read);
	return wanted === Infinity ? rows : rows.slice(0, wanted);
}
