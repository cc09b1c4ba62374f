import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** The document that `GET /openapi` answers with: this sandbox's contract as OpenAPI 3.1. */
export function openapiDocument(): Record<string, unknown> {
	const text = readFileSync(resolve(process.cwd(), 'sandbox/zaia/contract.yaml'), 'utf8');
	return { ...(parse(text) as Record<string, unknown>), openapi: '3.1.0' };
}
