import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/values/json';

/** Any part of an OpenAPI document; nothing where it is no object. The document is the vendor's: nothing in it is sure. */
export type Part = IDataObject | undefined;

export const partOf = (value: unknown): Part => (isObject(value) ? value : undefined);

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Own properties alone: a document may ask for `__proto__`. */
const inside = (at: unknown, key: string): unknown =>
	typeof at === 'object' && at !== null && Object.hasOwn(at, key)
		? (at as IDataObject)[key]
		: undefined;

/** Follows references of a document to where they lead; a chain longer than this leads nowhere. */
export function resolved(document: IDataObject, part: unknown, depth = 8): Part {
	const reference = partOf(part)?.$ref;
	if (typeof reference !== 'string' || depth === 0) return partOf(part);
	const target = reference
		.replace(/^#\//, '')
		.split('/')
		.reduce<unknown>(
			(at, key) => inside(at, key.replace(/~1/g, '/').replace(/~0/g, '~')),
			document,
		);
	return resolved(document, target, depth - 1);
}

/** A schema and those it is put together from, each once: schemas may hold themselves. */
export function layersOf(
	document: IDataObject,
	part: unknown,
	by = ['allOf', 'anyOf', 'oneOf'],
): IDataObject[] {
	const layers = new Set<IDataObject>();
	const open = [part];
	for (const next of open) {
		const schema = resolved(document, next);
		if (!schema || layers.has(schema)) continue;
		layers.add(schema);
		for (const name of by) for (const one of listOf(schema[name])) open.push(one);
	}
	return [...layers];
}
