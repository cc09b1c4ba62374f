import { verdictOf } from '../../../nodes/shared/send/effect.ts';

const status = (code: number) => verdictOf({ status: code, headers: {}, body: {} });

test.each([200, 201, 202, 204, 299])('%i was accepted', (code) =>
	expect(status(code)).toBe('accepted'),
);

test.each([400, 401, 402, 403, 404, 409, 422, 429, 301, 307, 308])(
	'%i means that it did not take place',
	(code) => expect(status(code)).toBe('notPlaced'),
);

test.each([408, 500, 502, 503, 504, 599, 999, 300, 302, 303, 304])(
	'after %i it may have taken place',
	(code) => expect(status(code)).toBe('unknown'),
);

test.each(
	[
		...['ECONNREFUSED ', 'ENOTFOUND ', 'EAI_AGAIN ', 'CERT_HAS_EXPIRED ', 'ETIMEDOUT connect'],
		...[
			'ENOTFOUND getaddrinfo',
			'ENETUNREACH ',
			'EHOSTUNREACH ',
			'EADDRNOTAVAIL ',
			'ERR_INVALID_URL ',
			'ERR_INVALID_CHAR ',
		],
		...['ERR_TLS_CERT_ALTNAME_INVALID ', 'DEPTH_ZERO_SELF_SIGNED_CERT ', 'HOSTNAME_MISMATCH '],
		...['SELF_SIGNED_CERT_IN_CHAIN ', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE '],
	].map((text) => text.split(' ')),
)('%s %s: nothing had left', (code, syscall) =>
	expect(verdictOf({ code, syscall })).toBe('notPlaced'),
);

test.each(
	[
		'ECONNRESET read',
		'ECONNABORTED ',
		'ETIMEDOUT read',
		'EPIPE write',
		'ERR_CANCELED ',
		' ',
		// What a router reports after the request went out comes as the end of a read or a write.
		...['EHOSTUNREACH read', 'ENETUNREACH write', 'ECONNREFUSED writev', 'EHOSTUNREACH shutdown'],
		'XECONNREFUSED ',
		'ENOTFOUNDX ',
	].map((text) => text.split(' ')),
)('%s %s: it may have been read', (code, syscall) =>
	expect(verdictOf({ code, syscall })).toBe('unknown'),
);
