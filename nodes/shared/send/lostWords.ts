import type { Lost } from './effect';

/** What happened, and what to do about it. */
type Words = [said: string, advice: string];

const BASE_URL = 'Check the Base URL in the credential, and that n8n can reach it.';
const PROXY =
	'Check HTTPS_PROXY and HTTP_PROXY in the settings of n8n, and that the proxy allows this address.';

const LONGER = 'Run it again later, or raise "Timeout (Seconds)" under Options.';

const LATE_WORDS = 'no answer came in time';

const STOPPED = /^ERR_CANCELED$/;
const LATE = /^(ECONNABORTED|ETIMEDOUT)$/;
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH)$/;
const UNKNOWN_NAME = /^(ENOTFOUND|EAI_)/;
const CERTIFICATE = /CERT|SIGNED|TLS|HOSTNAME|UNABLE_TO/;

/** What OpenSSL says of a server that answers a TLS greeting in plain text. */
const NO_TLS = /wrong version number|packet length too long|http request|unknown protocol/i;

function beforeTheProxy({ code }: Lost): Words {
	if (UNKNOWN_NAME.test(code)) return ["the address of n8n's proxy was not found", PROXY];
	if (LATE.test(code)) return ["n8n's proxy did not answer in time", PROXY];
	if (UNREACHABLE.test(code)) return ["the connection to n8n's proxy failed", PROXY];
	return ["n8n's proxy did not open a connection to this address", PROXY];
}

function beforeTls({ code, text = '' }: Lost): Words {
	if (NO_TLS.test(text)) {
		return [
			'the server does not speak HTTPS at this address',
			'Write http:// in place of https://, or another port, in the Base URL of the credential.',
		];
	}
	if (CERTIFICATE.test(code)) {
		return [
			'the certificate of the server was not accepted',
			'Check the Base URL in the credential; a certificate of your own must be known to n8n (NODE_EXTRA_CA_CERTS).',
		];
	}
	if (LATE.test(code)) return ['no secure connection was there in time', BASE_URL];
	const alert = /alert ([a-z ]+?)(?= *:)/i.exec(text)?.[1];
	if (alert) return [`the server refused the secure connection (${alert})`, BASE_URL];
	return ['the server ended the connection before it was secure', BASE_URL];
}

const WORDS: Array<[RegExp, string, string]> = [
	[/^ECONNREFUSED$/, 'the connection was refused', BASE_URL],
	[UNKNOWN_NAME, 'the address of the Base URL was not found', BASE_URL],
	[LATE, LATE_WORDS, LONGER],
	[CERTIFICATE, 'the certificate of the server was not accepted', BASE_URL],
	[/^HPE_/, 'the server answered something other than HTTP', BASE_URL],
];

/** True where a request took longer than it may. */
export const isLate = ({ code }: Lost): boolean => LATE.test(code);

/** What is known of a lost connection, and what to do where the request had not left. */
export function lostWords(lost: Lost): Words {
	const { code, stage } = lost;
	if (STOPPED.test(code)) return ['the execution was stopped', ''];
	if (stage === 'proxy') return beforeTheProxy(lost);
	if (stage === 'securing') return beforeTls(lost);
	if (stage === 'connecting' && LATE.test(code)) {
		return ['no connection to the server was there in time', BASE_URL];
	}
	const [, said, advice] = WORDS.find(([pattern]) => pattern.test(code)) ?? [];
	if (stage !== 'secured' && said !== undefined) return [said, advice ?? ''];
	if (LATE.test(code)) return [LATE_WORDS, LONGER];
	return ['the connection broke before an answer came', BASE_URL];
}
