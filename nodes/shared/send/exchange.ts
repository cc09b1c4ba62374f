import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { VendorRequest } from '../contract/request';
import type { Account } from './account';
import type { Happening, Lost } from './effect';
import { beginningOf, isStream, watch } from './stream';
import { plainText } from '../values/json';

/** What an error tells of a lost connection, wherever n8n and axios have put it. */
function lostOf(error: unknown): Lost {
	const lost: Lost = { code: '' };
	let layer: unknown = error;
	for (let depth = 0; depth < 6 && typeof layer === 'object' && layer !== null; depth++) {
		const { code, syscall, cause } = layer as {
			code?: unknown;
			syscall?: unknown;
			cause?: unknown;
		};
		if (typeof code === 'string' && code !== '') lost.code = code;
		if (typeof syscall === 'string') lost.syscall = syscall;
		layer = cause;
	}
	return lost;
}

/** Short texts are no keys, and would be found in many words. */
const SHORTEST_KEY = 6;

/** An error answer without the key: some vendors quote the key that they refuse. */
function withoutKey(body: unknown, apiKey: unknown): unknown {
	const key = plainText(apiKey)?.trim().split(/\s+/).at(-1) ?? '';
	if (key.length < SHORTEST_KEY || body === undefined) return body;
	const quoted = JSON.stringify(key).slice(1, -1);
	return JSON.parse(JSON.stringify(body).replaceAll(quoted, '***')) as unknown;
}

/** An answer without the fields of these names, at any depth. */
function without(body: unknown, names: string[] = []): unknown {
	if (names.length === 0 || typeof body !== 'object' || body === null || isStream(body))
		return body;
	if (Array.isArray(body)) return body.map((part) => without(part, names));
	const kept = Object.entries(body).filter(([name]) => !names.includes(name));
	return Object.fromEntries(kept.map(([name, part]) => [name, without(part, names)]));
}

/**
 * Sends one request and tells what happened; never throws. The three flags keep n8n from sending it
 * again after a 401 and from following a redirect with the key.
 */
export async function exchange(
	context: IAllExecuteFunctions,
	account: Account,
	request: VendorRequest,
	timeoutMs: number,
): Promise<Happening> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: account.baseUrl + request.url,
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutMs,
	};
	if (request.qs) {
		options.qs = request.qs;
		// n8n would number the elements of an array in the query.
		options.arrayFormat = 'repeat';
	}
	if (request.body) options.body = request.body;
	if (request.headers) options.headers = { ...request.headers };
	const breakOff = new AbortController();
	if (request.encoding) {
		options.encoding = request.encoding;
		options.abortSignal = breakOff.signal;
	}
	const { decrypted } = account;
	try {
		const full = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			decrypted.type,
			options,
			// Without the second, n8n sends a request again after a 401 whose body broke off.
			{ credentialsDecrypted: decrypted, preAuthenticationRetryStatusCode: [] },
		)) as { statusCode: number; headers: IDataObject; body: unknown };
		const { statusCode: status, headers } = full;
		const isGood = status >= 200 && status < 300;
		if (isStream(full.body)) watch(full.body, timeoutMs, () => breakOff.abort());
		if (isGood) return { status, headers, body: without(full.body, request.drop) };
		const said = isStream(full.body) ? await beginningOf(full.body) : full.body;
		return { status, headers, body: withoutKey(said, decrypted.data?.apiKey) };
	} catch (error) {
		return lostOf(error);
	}
}
