import type { IDataObject } from 'n8n-workflow';

/** True for what can be a segment of a path: "." and ".." survive encoding and would be resolved away. */
export const isPathId = (id: string): boolean => !['', '.', '..'].includes(id) && id.isWellFormed();

/** n8n's items hold objects: anything else that a vendor answers stands in `value`. */
export const asObject = (value: unknown): IDataObject =>
	isObject(value) ? value : { value: value as IDataObject[string] };

/** True for a JSON object: no list, no null. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for an object with an `id` that names something: a number, or text that is not empty. */
export const hasId = (value: unknown): boolean => {
	const id = isObject(value) ? value.id : undefined;
	return typeof id === 'number' || (typeof id === 'string' && id.trim() !== '');
};

/** The text of what has one; an object has none, even where its own `toString` cannot be called. */
export const plainText = (value: unknown): string | undefined =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : undefined;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** Only the entries that are set: an absent optional field is not sent at all. */
export function present(fields: Record<string, unknown>): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
	) as IDataObject;
}

/** A number, or text that is one. A list or an object is none, whatever JavaScript makes of it. */
export function numberIn(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

/** Says what a value is, in words for the form. */
export function kindOf(value: unknown): string {
	if (value === null || value === undefined) return 'empty';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
