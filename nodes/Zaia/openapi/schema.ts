import type { IDataObject } from 'n8n-workflow';
import { layersOf, listOf, resolved } from './document';

/** A value as the document describes it. */
export interface Described {
	/** Types of JSON that it may have; none where the document does not say. */
	kinds: string[];
	isNullable: boolean;
	/** All values that it may have, where the document names them. */
	values?: unknown[];
	isDate: boolean;
	description: string;
}

function kindsOf(schema: IDataObject): unknown[] {
	const named = [schema.type].flat().filter((type) => type !== undefined);
	if (named.length > 0) return named;
	if (schema.properties !== undefined) return ['object'];
	return schema.items === undefined ? [] : ['array'];
}

/** Deeper choices within choices name no values. */
const DEEPEST_CHOICE = 10;

/** The only values that a schema allows; nothing where one of its choices allows others. */
function valuesOf(
	document: IDataObject,
	part: unknown,
	seen = new Set<unknown>(),
): unknown[] | undefined {
	const schema = resolved(document, part);
	if (!schema || seen.has(schema) || seen.size > DEEPEST_CHOICE ** 3) return undefined;
	seen.add(schema);
	if ('const' in schema) return [schema.const];
	if (Array.isArray(schema.enum)) return schema.enum;
	if (schema.type === 'null') return [null];
	for (const one of listOf(schema.allOf)) {
		const values = valuesOf(document, one, seen);
		if (values) return values;
	}
	const choices = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
	const each = choices.map((one) => valuesOf(document, one, seen));
	return each.length > 0 && each.every((values) => values !== undefined) ? each.flat() : undefined;
}

const texts = (values: unknown[]): string[] =>
	values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');

/** What the document says of a value, however its schema is put together. */
export function describe(document: IDataObject, part: unknown): Described {
	const layers = layersOf(document, part);
	const types = texts(layers.flatMap(kindsOf));
	const values = valuesOf(document, part);
	const named = values?.filter((value) => ['string', 'number'].includes(typeof value));
	const [description = ''] = texts(layers.map((layer) => layer.description));
	const [example] = layers.flatMap(({ example: one, examples }) => [one, ...listOf(examples)]);
	const shown = ['string', 'number'].includes(typeof example) ? `e.g. ${String(example)}` : '';
	return {
		kinds: [...new Set(types)].filter((kind) => kind !== 'null'),
		isNullable:
			types.includes('null') ||
			layers.some(({ nullable }) => nullable === true) ||
			values?.includes(null) === true,
		...(named && named.length > 0 ? { values: [...new Set(named)] } : {}),
		isDate: layers.some(({ format }) => format === 'date-time'),
		description: [description, shown].filter(Boolean).join(' '),
	};
}
