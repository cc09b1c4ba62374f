import type { Answer } from '../contract/request';

/**
 * How far a connection had come, by the request and socket that Node leaves in the error. Until `secured` nothing
 * of a request has left: Node holds it back until TLS is up. Every way of failing is tried in did-it-leave.test.
 */
export type Stage =
	/** No connection was handed to the request, or one that ends at the proxy of n8n. */
	| 'proxy'
	/** No byte was written. */
	| 'connecting'
	/** TLS was not up, or the certificate was not accepted. */
	| 'securing'
	| 'secured';

/** No answer came: the connection failed, broke or stayed silent. `code` is Node's or axios's. */
export interface Lost {
	code: string;
	/** The system call that failed; `connect` means that nothing was sent. */
	syscall?: string;
	/** How far the connection had come, where that is certain. */
	stage?: Stage;
	/** Node's own words, where TLS did not come up. */
	text?: string;
}

/** All that can come of a request. */
export type Happening = Answer | Lost;

/** What is known of the request's effect. */
export type Verdict = 'accepted' | 'notPlaced' | 'unknown';

/** Failures that come before the first byte of a request can leave. */
const NEVER_LEFT =
	/^(ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ERR_INVALID_URL|ERR_INVALID_CHAR|ERR_TLS_\w+|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/;

/** Calls of the system on a connection that stood: by then the request may have arrived. */
const CONNECTED = ['read', 'write', 'writev', 'shutdown'];

function neverLeft({ code, syscall = '', stage }: Lost): boolean {
	if (stage) return stage !== 'secured';
	return syscall === 'connect' || (NEVER_LEFT.test(code) && !CONNECTED.includes(syscall));
}

export const isAnswer = (happening: Happening): happening is Answer => 'status' in happening;

/**
 * Decides what is known after a request. Where the vendor may have acted, it is `unknown`: such a
 * request must not go out again, because a phone may be ringing.
 */
export function verdictOf(happening: Happening): Verdict {
	if (!isAnswer(happening)) return neverLeft(happening) ? 'notPlaced' : 'unknown';
	if (happening.byProxy) return 'notPlaced';
	const { status } = happening;
	if (status >= 200 && status < 300) return 'accepted';
	if (status === 408 || status >= 500) return 'unknown';
	// 301, 307 and 308 only name another address; 302 and 303 may follow on a request that was carried out.
	if (status >= 300 && status < 400)
		return [301, 307, 308].includes(status) ? 'notPlaced' : 'unknown';
	return 'notPlaced';
}
