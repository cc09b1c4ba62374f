import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Account } from './account';
import type { Answer, Happening, Lost } from './happening';
import type { VendorRequest } from './operation';
import { beginningOf, endIfSilent, isStream } from './streamed';

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

/** An answer without the fields of these names, at any depth. */
function without(body: unknown, names: string[] = []): unknown {
	if (names.length === 0 || typeof body !== 'object' || body === null) return body;
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
	if (request.encoding) options.encoding = request.encoding;
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
		if (isStream(full.body)) {
			endIfSilent(full.body, timeoutMs);
			const isGood = status >= 200 && status < 300;
			return { status, headers, body: isGood ? full.body : await beginningOf(full.body) };
		}
		const body = without(full.body, request.drop);
		return { status, headers, body } satisfies Answer;
	} catch (error) {
		return lostOf(error);
	}
}
