import { partOf } from './document.mts';
import type { ApiDocument, Part } from './document.mts';

const kindOf = (value: unknown): string => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
};

function isOfType(kind: string, schema: Part): boolean {
	const { type, nullable } = schema;
	if (type === undefined) return true;
	if (kind === 'null') return nullable === true || [type].flat().includes('null');
	return [type]
		.flat()
		.some((wanted) => wanted === kind || (wanted === 'number' && kind === 'integer'));
}

const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);

/**
 * Where an answer differs from the contract, as names and types: never as values, for those are somebody's
 * data. A field the contract does not name is a difference too.
 */
export function differences(
	document: ApiDocument,
	value: unknown,
	schemaOrRef: unknown,
	path = '',
	depth = 12,
): string[] {
	const schema = document.at(schemaOrRef);
	if (depth === 0) return [];
	const choices = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
	if (choices.length > 0) {
		const found = choices.map((one) => differences(document, value, one, path, depth - 1));
		return found.sort((a, b) => a.length - b.length)[0] ?? [];
	}
	const kind = kindOf(value);
	const here = path || 'the answer';
	if (!isOfType(kind, schema))
		return [`${here} is ${kind}, in the contract ${[schema.type].flat().join(' or ')}`];
	if (Array.isArray(schema.enum) && kind !== 'null' && !schema.enum.includes(value))
		return [`${here} has a value that the contract does not name`];
	if (Array.isArray(value)) {
		const found = value.flatMap((one) =>
			differences(document, one, schema.items ?? {}, `${path}[]`, depth - 1),
		);
		return [...new Set(found)];
	}
	return kind === 'object' ? inObject(document, partOf(value), schema, path, depth) : [];
}

function inObject(
	document: ApiDocument,
	value: Part,
	schema: Part,
	path: string,
	depth: number,
): string[] {
	const layers = [schema, ...(Array.isArray(schema.allOf) ? schema.allOf : [])];
	const properties = Object.assign({}, ...layers.map((one) => document.at(one).properties)) as Part;
	const isOpen = Object.keys(properties).length === 0 || schema.additionalProperties === true;
	const required = layers.flatMap((one) => document.at(one).required ?? []) as string[];
	const missing = required
		.filter((name) => name in properties && !(name in value))
		.map((name) => `${join(path, name)} is missing`);
	const inside = Object.entries(value).flatMap(([name, one]) => {
		if (name in properties)
			return differences(document, one, properties[name], join(path, name), depth - 1);
		return isOpen ? [] : [`${join(path, name)} (${kindOf(one)}) is not in the contract`];
	});
	return [...missing, ...inside];
}
