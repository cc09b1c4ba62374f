import type { Document } from 'openapi-backend';

type Part = Record<string, unknown>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** Names required without being defined (Altur's EndUser) cannot be asked of anyone. */
function dropUndefinedRequired(schema: Part): void {
	const { required, properties } = schema;
	if (!Array.isArray(required) || !isPart(properties)) return;
	schema.required = required.filter((name) => String(name) in properties);
}

/** Bodies may hold only what the contract names: a node must not send stray fields. */
function closeObjects(schema: unknown): void {
	if (!isPart(schema)) return;
	if (isPart(schema.properties)) schema.additionalProperties ??= false;
	Object.values(schema).forEach(closeObjects);
}

function walk(part: unknown, visit: (part: Part) => void): void {
	if (!isPart(part)) return;
	visit(part);
	for (const child of Object.values(part)) walk(child, visit);
}

/**
 * The contract as the sandbox enforces it: a copy that is stricter with requests than the vendor's
 * documentation. The file itself stays as the vendor published it. Request schemas are written
 * in place in our contracts, not by `$ref`, so that closing them leaves the answers open.
 */
export function asEnforced(published: Document): Document {
	const copy = structuredClone(published);
	walk(copy, dropUndefinedRequired);
	walk(copy.paths, (part) => closeObjects(part.requestBody));
	return copy;
}
