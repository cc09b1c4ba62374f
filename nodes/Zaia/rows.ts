import type { IDataObject } from 'n8n-workflow';
import { listIn } from '../shared/lists/listIn';
import { asObject, plainText } from '../shared/values/json';

/** The rows of a list: Zaia answers a bare array. */
export const rowsOf = (body: unknown): IDataObject[] => listIn(body).map(asObject);

/** Where a row may carry a name for people. Which of these Zaia has for which rows is not documented. */
const NAMES = ['name', 'title', 'displayName', 'identifier', 'externalId', 'email'];

/** What to call a row in a list: its name and the start of its ID, or the ID alone. */
export function nameOf(row: IDataObject): string {
	const id = plainText(row.id ?? '') ?? '';
	const name = NAMES.map((key) => row[key]).find((value) => typeof value === 'string' && value);
	return name ? `${String(name)} (${id.slice(-6)})` : id;
}
