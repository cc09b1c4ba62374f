import type { IDataObject } from 'n8n-workflow';

/** The rows of a list. Zaia answers a bare array; its API is in alpha, so anything else counts as one row. */
export function rowsOf(body: unknown): IDataObject[] {
	const rows: unknown[] = Array.isArray(body) ? body : [body];
	return rows.map((row) =>
		typeof row === 'object' && row !== null ? (row as IDataObject) : { value: row as string },
	);
}

/** Where a row may carry a name for people. Which of these Zaia has for which rows is not documented. */
const NAMES = ['name', 'title', 'displayName', 'identifier', 'externalId', 'email'];

/** What to call a row in a list: its name and the start of its ID, or the ID alone. */
export function nameOf(row: IDataObject): string {
	const id = String(row.id ?? '');
	const name = NAMES.map((key) => row[key]).find((value) => typeof value === 'string' && value);
	return name ? `${String(name)} (${id.slice(-6)})` : id;
}
