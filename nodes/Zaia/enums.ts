import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isFound } from '../shared/lists/search';
import { ask } from '../shared/send/lookUp';
import { layersOf, partOf, resolved } from './openapi/document';
import { vendor } from './vendor';

/**
 * The values that an OpenAPI document allows for a property of a request's JSON body, however the schema
 * is put together. Nothing found: no values, for the reference is in alpha and may take any form.
 */
export function bodyValues(document: IDataObject, path: string, property: string): string[] {
	const operation = partOf(partOf(partOf(document.paths)?.[path])?.post);
	const body = resolved(document, operation?.requestBody);
	const media = partOf(partOf(body?.content)?.['application/json']);
	const schemas = layersOf(document, media?.schema).flatMap((schema) =>
		layersOf(document, partOf(schema.properties)?.[property]),
	);
	const values = schemas.flatMap((schema) =>
		Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [],
	);
	return [...new Set(values.filter((value): value is string => typeof value === 'string'))];
}

async function search(
	context: ILoadOptionsFunctions,
	path: string,
	property: string,
	filter: string,
): Promise<INodeListSearchResult> {
	const document = partOf(await ask(context, vendor, { method: 'GET', url: '/openapi' }));
	const values = bodyValues(document ?? {}, path, property);
	if (values.length === 0) {
		throw new NodeOperationError(
			context.getNode(),
			`Zaia's own description of its API names no values for "${property}".`,
			{ description: 'Switch the field from "From List" and type the value.' },
		);
	}
	return {
		results: values
			.filter((value) => isFound(value, filter))
			.map((value) => ({ name: value, value })),
	};
}

/** Roles allowed when creating a message; those that answers show may be others. */
export async function searchRoles(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await search(this, '/api/v1/chat-messages', 'role', filter);
}

export async function searchLanguages(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await search(this, '/api/v1/chat-messages/export', 'language', filter);
}
