import { BadInput } from '../shared/contract/failure';
import type { Reader } from '../shared/contract/reader';

/** First octets of IPv4 networks that no public server has: private, shared, link-local, reserved. */
const PRIVATE_IPV4 =
	/^(0|10|127|169\.254|192\.168|192\.0\.0|198\.1[89]|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|2[2-5]\d)\./;

/** Loopback, unspecified, unique-local, link-local and IPv4-mapped addresses, as `URL` writes them. */
const PRIVATE_IPV6 = /^\[(::1?\]|::ffff:|f[cd]|fe[89ab])/;

const PRIVATE_NAME = /^[^.]+$|(^|\.)(localhost|local|internal|lan|home|test|invalid)\.?$/;

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

function isPrivate(hostname: string): boolean {
	if (IPV4.test(hostname)) return PRIVATE_IPV4.test(hostname);
	return hostname.startsWith('[') ? PRIVATE_IPV6.test(hostname) : PRIVATE_NAME.test(hostname);
}

/**
 * An address that Zaia can call: it demands HTTPS and a public server. One on this machine is let through
 * only where the credential's Base URL is on this machine too, which is a test server.
 * Source: Zaia's page "Chat Messages", POST /api/v1/chat-messages/export.
 */
export function callbackUrl(read: Reader, typed: string, field: string, advice: string): string {
	const text = typed.trim();
	const shown = `"${text.slice(0, 80).replace(/\?.*$/, '?…')}"`;
	if (!URL.canParse(text)) throw new BadInput(field, `${shown} is no address; ${advice}`);
	const { protocol, hostname } = new URL(text);
	if (LOOPBACK.test(hostname) && LOOPBACK.test(new URL(read.baseUrl).hostname)) return text;
	if (protocol !== 'https:') {
		throw new BadInput(field, `${shown} does not start with https:, which Zaia demands; ${advice}`);
	}
	if (isPrivate(hostname)) {
		throw new BadInput(
			field,
			`${shown} is on a private network or this machine, and Zaia calls public servers only; ${advice}`,
		);
	}
	return text;
}
