import { partOf } from './document.mts';
import type { ApiDocument, Part } from './document.mts';

type Named = { name?: unknown; in?: unknown };

/** Names in a query may be nested: `pagination[limit]` belongs to `pagination`. */
const queryNames = (document: ApiDocument, operation: Part): string[] =>
	((operation.parameters ?? []) as unknown[])
		.map((one) => document.at(one) as Named)
		.filter((one) => one.in === 'query')
		.map(({ name }) => String(name).replace(/\[.*$/, ''));

const missing = (names: string[], among: string[]): string[] =>
	names.filter((name) => !among.includes(name));

function valuesOf(document: ApiDocument, property: unknown): string[] {
	const schema = document.at(property);
	const inner = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
	const own = Array.isArray(schema.enum) ? schema.enum.map(String) : [];
	return [...own, ...inner.flatMap((one) => valuesOf(document, one))];
}

function ofBody(ours: [ApiDocument, Part], theirs: [ApiDocument, Part]): string[] {
	const [mine, published] = [ours, theirs].map(([document, operation]) => {
		const schema = document.jsonSchema(operation.requestBody) ?? {};
		const properties = partOf(schema.properties);
		const required = ((schema.required ?? []) as unknown[]).map(String);
		return { document, properties, required };
	}) as [Body, Body];
	const names = Object.keys(published.properties);
	return [
		...missing(Object.keys(mine.properties), names).map((name) => `body ${name} is gone`),
		...missing(names, Object.keys(mine.properties)).map((name) => `body ${name} is new`),
		...missing(published.required, mine.required).map((name) => `body ${name} is required now`),
		...names.flatMap((name) => {
			const values = valuesOf(published.document, published.properties[name]);
			const known = valuesOf(mine.document, mine.properties[name]);
			const isSame = missing(values, known).length + missing(known, values).length === 0;
			return isSame ? [] : [`body ${name} may be ${values.join(', ') || 'anything'}`];
		}),
	];
}

interface Body {
	document: ApiDocument;
	properties: Part;
	required: string[];
}

/** Where the vendor's own description of its API differs from our contract, operation by operation. */
export function comparePublished(ours: ApiDocument, theirs: ApiDocument): Map<string, string[]> {
	const published = theirs.operations();
	return new Map(
		[...ours.operations()].map(([name, operation]) => {
			const their = published.get(name);
			if (!their) return [name, ['is not in the vendor’s description']];
			const mine = queryNames(ours, operation);
			const names = queryNames(theirs, their);
			return [
				name,
				[
					...missing(mine, names).map((one) => `query ${one} is gone`),
					...missing(names, mine).map((one) => `query ${one} is new`),
					...ofBody([ours, operation], [theirs, their]),
				],
			];
		}),
	);
}
