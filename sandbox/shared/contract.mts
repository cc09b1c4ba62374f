import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import addFormats from 'ajv-formats';
import { OpenAPIBackend } from 'openapi-backend';
import type { Document, Operation } from 'openapi-backend';
import { parse } from 'yaml';
import { asEnforced } from './enforcedContract.mts';

/** What was asked, as far as the contract has a say in it. */
export interface ContractRequest {
	method: string;
	/** Below the vendor's base URL. */
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string | string[]>;
	body: unknown;
}

/** A request's verdict: the fields that break the contract, or its parts with proper types. */
export interface Verdict {
	problems: string[];
	params: Record<string, unknown>;
	query: Record<string, unknown>;
}

/** A vendor's contract, ready to judge requests and answers. */
export interface Contract {
	operations: Operation[];
	operationOf(method: string, path: string): Operation | undefined;
	judgeRequest(operation: Operation, request: ContractRequest): Verdict;
	judgeAnswer(operation: Operation, status: number, body: unknown): string[];
}

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const e164 = /^\+[1-9]\d{7,14}$/;

interface Complaint {
	instancePath: string;
	message?: string;
	params?: Record<string, unknown>;
}

function problemOf({ instancePath, message, params }: Complaint): string {
	const names = params?.additionalProperty ?? params?.missingProperty;
	const extra = typeof names === 'string' && !message?.includes(`'${names}'`) ? `: ${names}` : '';
	const place = instancePath
		.replace(/^\/(requestBody|query|path|header)\/?/, '')
		.replace(/\//g, '.');
	return `${place ? `${place} ` : ''}${message ?? 'is not allowed'}${extra}`;
}

/** Reads a contract and compiles its schemas once. */
export async function readContract(file: string): Promise<Contract> {
	const published = parse(readFileSync(resolve(process.cwd(), file), 'utf8')) as Document;
	const backend = new OpenAPIBackend({
		definition: asEnforced(published),
		coerceTypes: true,
		quick: true,
		ajvOpts: { allErrors: false, logger: false },
		customizeAjv: (ajv) => {
			addFormats.default(ajv, ['date-time', 'date', 'uri', 'email', 'uuid']);
			ajv.addFormat('uuid4', uuid4).addFormat('e164', e164);
			return ajv;
		},
	});
	await backend.init();
	const { router, validator } = backend;
	return {
		operations: router.getOperations(),
		operationOf: (method, path) => router.matchOperation({ method, path, headers: {} }),
		judgeRequest(operation, request) {
			const { errors, coerced } = validator.validateRequest(request, operation);
			return {
				problems: (errors ?? []).map(problemOf),
				params: (coerced as { params?: Verdict['params'] } | undefined)?.params ?? {},
				query: (coerced?.query ?? {}) as Verdict['query'],
			};
		},
		judgeAnswer: (operation, status, body) =>
			(validator.validateResponse(body, operation, status).errors ?? []).map(problemOf),
	};
}
