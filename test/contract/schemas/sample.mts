import { partOf } from '../../../sandbox/live/document.mts';
import type { ApiDocument, Part } from '../../../sandbox/live/document.mts';
import type { Known, Shape } from './shape.mts';

/** How much of what the contract names is there: all of it, or only what is required. */
export type Fill = 'all' | 'required';

/** An answer made from a contract, and what the contract says of the values in it. */
export interface Sample {
	body: unknown;
	known: Known;
}

const choiceOf = (schema: Part): unknown => [schema.oneOf, schema.anyOf].flat().find(Boolean);

function leafShape({ type, nullable, enum: values }: Part): Shape {
	const types = [type ?? 'string', ...(nullable === true ? ['null'] : [])] as string[];
	return {
		type: types.length === 1 ? types[0]! : types,
		...(Array.isArray(values) ? { enum: values } : {}),
	};
}

/**
 * Makes an answer of which every text is found again wherever the node puts it: no two are alike. An
 * enum's last value stands for it: of a status that is the final one, after which nobody waits.
 */
export function sampleOf(document: ApiDocument, schema: unknown, fill: Fill): Sample {
	const texts = new Map<string, Shape>();
	const others = new Map<string, Shape>();

	const text = (shape: Shape): string => {
		const value = `text-${texts.size + 1}`;
		texts.set(value, shape);
		return value;
	};

	const other = (key: string, value: unknown, shape: Shape): unknown => {
		others.set(`${key} ${String(value)}`, shape);
		return value;
	};

	const valueOf = (part: unknown, key: string): unknown => {
		const schema = document.at(part);
		const layers = Array.isArray(schema.allOf) ? [schema, ...schema.allOf] : [schema];
		const choice = choiceOf(schema);
		if (choice) return valueOf(choice, key);
		if (schema.type === 'array') return [valueOf(schema.items, key)];
		if (schema.type === 'object' || layers.length > 1) {
			return Object.assign({}, ...layers.map((layer) => fields(document.at(layer)))) as unknown;
		}
		if (fill === 'required' && schema.nullable === true) return null;
		const shape = leafShape(schema);
		if (Array.isArray(schema.enum)) {
			return other(key, schema.enum.filter((value) => value !== null).at(-1), shape);
		}
		// An answer that says no comes to nothing; a page that has a next one has no end.
		if (schema.type === 'boolean') return other(key, key === 'success', shape);
		if (schema.type === 'string') return text(shape);
		return other(key, 0, shape);
	};

	const fields = ({ properties, required = [] }: Part): Part => {
		const names = Object.keys(partOf(properties));
		const there = names.filter((name) => fill === 'all' || (required as string[]).includes(name));
		return Object.fromEntries(there.map((name) => [name, valueOf(partOf(properties)[name], name)]));
	};

	return {
		body: valueOf(schema, ''),
		known: (key, value) =>
			texts.get(String(value)) ?? others.get(`${key} ${String(value)}`) ?? undefined,
	};
}
