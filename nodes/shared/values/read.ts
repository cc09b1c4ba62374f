import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import { isObject, isPathId, isUuid, kindOf, plainText } from './json';
import { isSameJson } from './jsonText';
import { asSent, reasonAgainst } from './sendable';

/** An ID for a URL's path, encoded. An ID that would change the path is refused. */
export function pathId(read: Reader, name: string): string {
	const id = read.text(name);
	if (isPathId(id)) return encodeURIComponent(id);
	if (id.isWellFormed()) throw new BadInput(read.label(name), `"${id}" is no ID`);
	throw new BadInput(read.label(name), 'holds characters that cannot be sent');
}

/** A list from an expression, or text with separators between its parts; empty parts are skipped. */
export function partsOf(read: Reader, name: string, separator: RegExp): string[] {
	const value = read.raw(name);
	const parts: unknown[] = Array.isArray(value) ? value : read.optionalText(name).split(separator);
	const texts = parts.map((part) => {
		const reason = typeof part === 'bigint' ? undefined : reasonAgainst(part);
		if (reason !== undefined) throw new BadInput(read.label(name), `a part of it ${reason}`);
		const text = plainText(part ?? '');
		if (text !== undefined) return text.trim();
		throw new BadInput(read.label(name), `must be a list of texts, but ${kindOf(part)} is in it`);
	});
	return texts.filter(Boolean);
}

/** A UUID, checked before anything is sent. */
export function uuid(read: Reader, name: string): string {
	const id = read.text(name);
	if (isUuid(id)) return id;
	throw new BadInput(
		read.label(name),
		`"${id.slice(0, 60)}" is no UUID, like 123e4567-e89b-42d3-a456-426614174000`,
	);
}

/** A change that changes something. */
export function somethingIn(changes: IDataObject, field: string): IDataObject {
	if (Object.keys(changes).length > 0) return changes;
	throw new BadInput(field, 'there is nothing to update; add at least one field');
}

/** A value as it leaves, in plain JSON; what in it cannot leave as it is is refused by its place. */
export function plainOf(value: unknown, field: string): unknown {
	const { plain, found } = asSent(value);
	if (!found) return plain;
	throw new BadInput([field, found.path].filter(Boolean).join(' › '), found.reason);
}

/** Text as typed, or an object from an expression; nothing where it is empty. A date is text. */
function typedOrObject(read: Reader, name: string): string | IDataObject | undefined {
	const value = read.raw(name);
	const plain = isObject(value) ? plainOf(value, read.label(name)) : undefined;
	if (isObject(plain)) return plain;
	const text = read.optionalText(name);
	return text.trim() === '' ? undefined : text;
}

/** For a field that takes text or an object: text that is exactly a JSON object goes as one. */
export function textOrObject(read: Reader, name: string): string | IDataObject | undefined {
	const value = typedOrObject(read, name);
	return typeof value === 'string' ? (objectIn(value) ?? value) : value;
}

/** For a field that takes text alone: it goes as typed, and an object from an expression as JSON. */
export function textOrJson(read: Reader, name: string): string | undefined {
	const value = typedOrObject(read, name);
	return typeof value === 'object' ? JSON.stringify(value) : value;
}

function objectIn(text: string): IDataObject | undefined {
	if (!text.trim().startsWith('{')) return undefined;
	try {
		const parsed = JSON.parse(text) as IDataObject;
		return isSameJson(text, parsed) && !asSent(parsed).found ? parsed : undefined;
	} catch {
		return undefined;
	}
}
