import { createHmac } from 'crypto';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { isTooDeep } from '../shared/webhooks/depth';
import { sameSecret } from '../shared/webhooks/sameSecret';
import { plainText } from '../shared/values/json';
import { callFilterOf, isCallWanted } from './callFilter';
import type { CallFilter } from './callFilter';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** Source: Altur's pages on webhooks. base64 is the present way; an older page describes hex. */
export type SignatureFormat = 'base64' | 'hex';

export const eventNames: string[] = [
	'on_call_end',
	'campaign.status_changed',
	'campaign.cycle_completed',
];

/** What the HMAC is keyed with: the decoded secret, or for hex its text. Nothing where the secret is of no use. */
export function signingKey(secret: string, format: SignatureFormat): Buffer | undefined {
	const text = secret.trim();
	const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);
	if (format === 'base64' && !isBase64) return undefined;
	const key = Buffer.from(text, format === 'hex' ? 'utf8' : 'base64');
	// An empty key would let anyone sign.
	return key.length > 0 ? key : undefined;
}

/** The signatures a request shows, one a header line: Node would join them to a single text. */
function signaturesShown({ headersDistinct, headers }: Request): unknown[] {
	return headersDistinct?.['x-altur-signature'] ?? [headers['x-altur-signature'] ?? []].flat();
}

const FORMS: Record<SignatureFormat, RegExp> = {
	base64: /^[A-Za-z0-9+/]{43}=$/,
	hex: /^[0-9a-f]{64}$/,
};

/** The one signature of a request, where it has the form of one; known without the secret. */
export function signatureIn(request: Request, format: SignatureFormat): string | undefined {
	const [shown, ...more] = signaturesShown(request);
	const isOne = typeof shown === 'string' && more.length === 0;
	return isOne && FORMS[format].test(shown) ? shown : undefined;
}

/**
 * True where the signature is that of the raw bytes. Parsed and written anew, JSON has other escapes and
 * numbers, so nothing but the bytes will do.
 */
export function isSigned(
	{ rawBody }: Request,
	signature: string,
	secret: string,
	format: SignatureFormat,
): boolean {
	const key = signingKey(secret, format);
	if (!key || !Buffer.isBuffer(rawBody)) return false;
	return sameSecret(signature, createHmac('sha256', key).update(rawBody).digest(format));
}

/** The event of a verified body; nothing where it is no JSON object, or one that n8n could not store. */
export function eventIn({ rawBody }: Request): IDataObject | undefined {
	try {
		const event: unknown = JSON.parse(rawBody.toString('utf8'));
		const isObject = typeof event === 'object' && event !== null && !Array.isArray(event);
		return isObject && !isTooDeep(event) ? (event as IDataObject) : undefined;
	} catch {
		return undefined;
	}
}

const partOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? (value as IDataObject)[name] : undefined;

/** True where the event is one of the chosen; the statuses narrow campaign.status_changed only, the rest on_call_end. */
export function isWanted(
	event: IDataObject,
	events: string[],
	statuses: string[],
	calls: CallFilter = callFilterOf({}),
): boolean {
	const type = plainText(event.event_type) ?? '';
	if (!(events.length > 0 ? events : eventNames).includes(type)) return false;
	if (type === 'on_call_end') return isCallWanted(event, calls);
	if (type !== 'campaign.status_changed' || statuses.length === 0) return true;
	return statuses.includes(partOf(partOf(event.data, 'campaign'), 'status') as string);
}
