import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** Nested deeper than this, storing and showing an execution overflows the stack in parts of n8n. */
const DEEPEST = 200;

/** Secrets that must not show up in an execution. */
const SECRET_HEADERS = ['x-api-key', 'authorization', 'cookie'];

/** The JSON that was delivered, or what is wrong with the body. */
export type Delivered = { json: unknown } | { problem: string };

/**
 * Reads the body, whatever content type it claims: the documentation names none. n8n has parsed
 * `application/json` by then and refused what is not JSON with a 422 of its own.
 */
export function deliveredIn(request: Request): Delivered {
	const { rawBody } = request;
	if (!rawBody?.length) return { problem: 'The body is empty; JSON is expected' };
	const json = parsed(request);
	if (json === undefined) return { problem: 'The body is not JSON' };
	return isTooDeep(json)
		? { problem: `The JSON is nested deeper than ${DEEPEST} levels` }
		: { json };
}

function parsed({ rawBody, body, headers }: Request): unknown {
	const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
	if (isJson && body !== undefined) return body as unknown;
	try {
		return JSON.parse(rawBody.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
	} catch {
		return undefined;
	}
}

/** Level by level, because recursion would overflow on just what this looks for. */
function isTooDeep(json: unknown): boolean {
	let level = [json];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > DEEPEST) return true;
		level = level.flatMap((value) =>
			typeof value === 'object' && value !== null ? Object.values(value) : [],
		);
	}
	return false;
}

/** An object is the item itself; anything else stands in `body`, since an item must be an object. */
export const itemOf = (json: unknown): IDataObject =>
	typeof json === 'object' && json !== null && !Array.isArray(json)
		? (json as IDataObject)
		: { body: json as IDataObject[] };

/** The delivery with its headers, side by side so that neither hides the other's fields. */
export const withHeaders = (json: unknown, request: Request): IDataObject => ({
	headers: Object.fromEntries(
		Object.entries(request.headers).filter(([name]) => !SECRET_HEADERS.includes(name)),
	),
	body: json as IDataObject,
});
