import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { DEEPEST_LEVEL, isTooDeep } from '../shared/webhooks/depth';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

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
		? { problem: `The JSON is nested deeper than ${DEEPEST_LEVEL} levels` }
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
