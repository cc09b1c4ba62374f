import type { IDataObject } from 'n8n-workflow';
import { asObject, plainText } from '../shared/values/json';

/** The rows of a list. Zaia answers a bare array; its API is in alpha, so anything else counts as one row. */
export function rowsOf(body: unknown): IDataObject[] {
	const rows: unknown[] = Array.isArray(body) ? body : [body];
	return rows.map(asObject);
}

/** Where a row may carry a name for people. Which of these Zaia has for which rows is not documented. */
const NAMES = ['name', 'title', 'displayName', 'identifier', 'externalId', 'email'];

/** What to call a row in a list: its name and the start of its ID, or the ID alone. */
export function nameOf(row: IDataObject): string {
	const id = plainText(row.id ?? '') ?? '';
	const name = NAMES.map((key) => row[key]).find((value) => typeof value === 'string' && value);
	return name ? `${String(name)} (${id.slice(-6)})` : id;
}
