import { verdictOf } from '../../nodes/shared/happening.ts';

const status = (code: number) => verdictOf({ status: code, headers: {}, body: {} });

test.each([200, 201, 202, 204])('%i was accepted', (code) => expect(status(code)).toBe('accepted'));

test.each([400, 401, 402, 403, 404, 409, 422, 429, 301, 307, 308])(
	'%i means that it did not take place',
	(code) => expect(status(code)).toBe('notPlaced'),
);

test.each([408, 500, 502, 503, 504, 599, 302, 303])('after %i it may have taken place', (code) =>
	expect(status(code)).toBe('unknown'),
);

test.each(
	['ECONNREFUSED ', 'ENOTFOUND ', 'EAI_AGAIN ', 'CERT_HAS_EXPIRED ', 'ETIMEDOUT connect'].map(
		(text) => text.split(' '),
	),
)('%s %s: nothing had left', (code, syscall) =>
	expect(verdictOf({ code, syscall })).toBe('notPlaced'),
);

test.each(
	['ECONNRESET read', 'ECONNABORTED ', 'ETIMEDOUT read', 'EPIPE write', 'ERR_CANCELED ', ' '].map(
		(text) => text.split(' '),
	),
)('%s %s: it may have been read', (code, syscall) =>
	expect(verdictOf({ code, syscall })).toBe('unknown'),
);
