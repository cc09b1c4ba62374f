import type { IDataObject } from 'n8n-workflow';
import { BadInput } from './failure';
import { kindOf } from './kinds';
import type { Reader } from './reader';

/** True for what can be a segment of a path: "." and ".." survive encoding and would be resolved away. */
export const isPathId = (id: string): boolean => !['', '.', '..'].includes(id) && id.isWellFormed();

/** An ID for a URL's path, encoded. An ID that would change the path is refused. */
export function pathId(read: Reader, name: string): string {
	const id = read.text(name);
	if (isPathId(id)) return encodeURIComponent(id);
	if (id.isWellFormed()) throw new BadInput(read.label(name), `"${id}" is no ID`);
	throw new BadInput(read.label(name), 'holds characters that cannot be sent');
}

/** n8n's items hold objects: anything else that a vendor answers stands in `value`. */
export const asObject = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: { value: value as IDataObject[string] };

/** The text of what has one; an object has none, even where its own `toString` cannot be called. */
export const plainText = (value: unknown): string | undefined =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : undefined;

/** A list from an expression, or text with separators between its parts; empty parts are left out. */
export function partsOf(read: Reader, name: string, separator: RegExp): string[] {
	const value = read.raw(name);
	const parts: unknown[] = Array.isArray(value) ? value : read.optionalText(name).split(separator);
	const texts = parts.map((part) => {
		const text = plainText(part ?? '');
		if (text !== undefined) return text.trim();
		throw new BadInput(read.label(name), `must be a list of texts, but ${kindOf(part)} is in it`);
	});
	return texts.filter(Boolean);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** A UUID, checked before anything is sent. */
export function uuid(read: Reader, name: string): string {
	const id = read.text(name);
	if (isUuid(id)) return id;
	throw new BadInput(
		read.label(name),
		`"${id.slice(0, 60)}" is no UUID, like 123e4567-e89b-42d3-a456-426614174000`,
	);
}

/** Only the entries that are set: an absent optional field is not sent at all. */
export function present(fields: Record<string, unknown>): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
	) as IDataObject;
}

/** A change that changes something. */
export function somethingIn(changes: IDataObject, field: string): IDataObject {
	if (Object.keys(changes).length > 0) return changes;
	throw new BadInput(field, 'there is nothing to update; add at least one field');
}

/** Text, or an object from an expression or from text that is a JSON object; nothing where it is empty. */
export function textOrObject(read: Reader, name: string): string | IDataObject | undefined {
	const value = read.raw(name);
	if (typeof value === 'object' && value !== null && !Array.isArray(value))
		return value as IDataObject;
	const text = read.optionalText(name);
	return objectIn(text) ?? (text.trim() === '' ? undefined : text);
}

function objectIn(text: string): IDataObject | undefined {
	if (!text.trim().startsWith('{')) return undefined;
	try {
		const parsed = JSON.parse(text) as IDataObject;
		return isExact(text) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

/** False where a number in a JSON text has more digits than JavaScript keeps, such as an account's. */
export const isExact = (json: string): boolean =>
	[...json.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/\d[\d.]*/g)].every(
		([number]) => number.replace(/^0+|\./g, '').length <= 15,
	);
