import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { VendorRequest } from '../contract/request';
import type { Account } from './account';
import { readBody } from './body';
import { answerIn, lostOf } from './connection';
import type { FullAnswer } from './connection';
import type { Happening } from './effect';
import { beginningOf, isStream, watch } from './stream';
import { timeLimit } from './timeLimit';
import { plainText } from '../values/json';

/**
 * n8n throws on these, so that the error shows whether the vendor or the proxy of n8n answered: only after a 200 has
 * a proxy let the request through. 401 stays out of it, because n8n sends a request again after one that it threw.
 */
const THROWN = Array.from({ length: 399 }, (_status, at) => 201 + at).filter((one) => one !== 401);

/** A file's answer that was thrown cannot be stored; it counts only where its content is a file. */
const THROWN_OF_FILES = THROWN.filter((one) => one >= 300);

const JSON_TYPE = /^application\/(.*\+)?json\b/i;

/** Short texts are no keys, and would be found in many words. */
const SHORTEST_KEY = 6;

/** An answer without the key: some vendors quote the key that they refuse, also in a 200. */
function withoutKey(body: unknown, apiKey: unknown): unknown {
	const key = plainText(apiKey)?.trim().split(/\s+/).at(-1) ?? '';
	if (key.length < SHORTEST_KEY || body === undefined || isStream(body)) return body;
	const quoted = JSON.stringify(key).slice(1, -1);
	const text = JSON.stringify(body);
	return text.includes(quoted) ? (JSON.parse(text.replaceAll(quoted, '***')) as unknown) : body;
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
		ignoreHttpStatusErrors: { ignore: true, except: THROWN },
		// As bytes: n8n would read any charset as UTF-8.
		encoding: 'arraybuffer',
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
	if (request.encoding) {
		options.encoding = request.encoding;
		options.ignoreHttpStatusErrors = { ignore: true, except: THROWN_OF_FILES };
	}
	const limit = timeLimit(context, timeoutMs);
	options.abortSignal = limit.signal;
	const lost = (error: unknown): Happening => {
		const told = lostOf(error);
		// What broke it off tells nothing; the time limit did.
		return limit.isOver() ? { ...told, code: 'ETIMEDOUT' } : told;
	};
	const { decrypted } = account;
	let isArriving = false;
	try {
		const sent = context.helpers.httpRequestWithAuthentication.call(
			limit.context,
			decrypted.type,
			options,
			// Without the second, n8n sends a request again after a 401 whose body broke off.
			{ credentialsDecrypted: decrypted, preAuthenticationRetryStatusCode: [] },
		) as Promise<FullAnswer>;
		const full = await sent.catch((error: unknown) => answerIn(error) ?? lost(error));
		if (!('statusCode' in full)) return full;
		const { statusCode: status, headers } = full;
		const isGood = status >= 200 && status < 300 && !full.byProxy;
		const { apiKey } = decrypted.data ?? {};
		if (isStream(full.body)) watch(full.body, timeoutMs, limit.breakOff);
		// JSON in place of a file holds the vendor's words.
		const isWords = isStream(full.body) && JSON_TYPE.test(plainText(headers['content-type']) ?? '');
		if (isGood && !isWords) {
			// A file takes as long as it takes; the watch ends it where it falls silent.
			isArriving = isStream(full.body);
			if (isStream(full.body)) full.body.once?.('close', limit.forget);
			const read = without(readBody(full.body, headers), request.drop);
			return { status, headers, body: withoutKey(read, apiKey) };
		}
		const said = isStream(full.body)
			? await beginningOf(full.body, headers)
			: readBody(full.body, headers);
		const body = withoutKey(said, apiKey);
		return { status, headers, body, ...(full.byProxy ? { byProxy: true } : {}) };
	} catch (error) {
		return lost(error);
	} finally {
		if (isArriving) limit.lift();
		else limit.forget();
	}
}
