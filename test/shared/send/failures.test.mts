import { vendor } from '../../../nodes/Altur/vendor.ts';
import { BadInput, Failure } from '../../../nodes/shared/contract/failure.ts';
import type { Answer } from '../../../nodes/shared/contract/request.ts';
import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import type { VendorRequest } from '../../../nodes/shared/contract/request.ts';
import type { Row } from '../../../nodes/shared/contract/row.ts';
import { notAttempted } from '../../../nodes/shared/run/runRow.ts';
import { failureOf, happeningWords, unknownOf } from '../../../nodes/shared/send/failures.ts';

const answer = (status: number, body: unknown = {}): Answer => ({ status, headers: {}, body });
const operation = (more: Partial<Operation> = {}) =>
	({ option: { action: 'Get a thing' }, repeat: 'safe', ...more }) as Operation;
const call = operation({ repeat: 'never', outcome: 'placed' });
const request: VendorRequest = { method: 'POST', url: '/call' };
const ringing = { ...request, phoneNumber: '+525511110001' };

test.each<[unknown, string]>([
	[{ message: ' No balance ' }, 'No balance (402)'],
	[{ message: 'x'.repeat(501) }, `${'x'.repeat(500)} (402)`],
	[{ message: '   ' }, 'status 402'],
	[{}, 'status 402'],
])('the vendor’s words come first, the bare status where there are none', (body, words) =>
	expect(happeningWords(vendor, answer(402, body))).toBe(`Altur answered: ${words}`),
);

const refused = 'the connection was refused';
const notFound = 'the address of the Base URL was not found';
const late = 'no answer came in time';
const certificate = 'the certificate of the server was not accepted';
const broke = 'the connection broke before an answer came';

test.each([
	['ECONNREFUSED', refused],
	['ENOTFOUND', notFound],
	['EAI_AGAIN', notFound],
	['ECONNABORTED', late],
	['ETIMEDOUT', late],
	['ERR_CANCELED', 'the execution was stopped'],
	['CERT_HAS_EXPIRED', certificate],
	['DEPTH_ZERO_SELF_SIGNED_CERT', certificate],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', certificate],
	['SELF_SIGNED_IN_CHAIN', certificate],
	['ERR_TLS_HANDSHAKE_TIMEOUT', certificate],
	['HOSTNAME_MISMATCH', certificate],
	['ECONNRESET', broke],
	['X_ECONNREFUSED', broke],
	['ECONNREFUSED_X', broke],
	['X_ENOTFOUND', broke],
	['X_ETIMEDOUT', broke],
	['ECONNABORTED_X', broke],
	['X_ERR_CANCELED', broke],
	['ERR_CANCELED_X', broke],
	['', broke],
])('%s reads: %s', (code, words) =>
	expect(happeningWords(vendor, { code })).toBe(`Altur: ${words}`),
);

test.each([
	[400, ''],
	[401, 'Check the API Key in the credential.'],
	[403, 'Check that the API key may do this.'],
	[404, 'Check the IDs in this row, and the Base URL in the credential.'],
	[429, 'Lower "Requests per Second" under Options.'],
])('a refusal with %i did not take place, with the advice: %s', (status, advice) => {
	expect(failureOf(vendor, call, ringing, answer(status))).toMatchObject({
		outcome: 'refused',
		message: `Altur answered: status ${status}. The call to +525511110001 was not placed.`,
		advice,
		status,
	});
});

test('an operation that knows better gives the advice', () => {
	const knows = operation({ adviceOn: ({ status }) => (status === 404 ? 'Wait.' : undefined) });
	expect(failureOf(vendor, knows, request, answer(404)).advice).toBe('Wait.');
	expect(failureOf(vendor, knows, request, answer(403)).advice).toContain('may do this');
	expect(failureOf(vendor, knows, request, { code: 'ENOTFOUND' })).toMatchObject({
		outcome: 'refused',
		advice: 'Check the Base URL in the credential, and that n8n can reach it.',
		status: undefined,
	});
});

test('a refused look at a call tells nothing against the call', () => {
	const look: VendorRequest = { method: 'GET', url: '/call/1', repeat: 'safe' };
	expect(failureOf(vendor, call, look, answer(404))).toMatchObject({
		outcome: 'refused',
		message: 'Altur answered: status 404.',
	});
});

test('what rings nobody goes by the name of its operation', () => {
	const said = 'Altur answered: status 400. "Get a thing" was not carried out.';
	expect(failureOf(vendor, operation(), request, answer(400)).message).toBe(said);
	expect(failureOf(vendor, operation(), ringing, answer(400)).message).toBe(said);
	expect(failureOf(vendor, call, request, answer(400)).message).toBe(said);
});

test.each([301, 307, 308])('a redirect (%i) is told with what to check', (status) => {
	const { outcome, advice } = failureOf(vendor, call, ringing, answer(status));
	expect(outcome).toBe('refused');
	expect(advice).toBe(
		'The address answers with a redirect, which is not followed so that the key goes nowhere else. Check the Base URL in the credential.',
	);
});

test('a status below 300 is no redirect', () =>
	expect(failureOf(vendor, call, ringing, answer(199)).advice).toBe(''));

test('a read whose outcome is not known just failed, also within an operation that rings', () => {
	const failed = {
		outcome: 'failed',
		message: 'Altur answered: status 500.',
		advice: 'Run it again later.',
		status: 500,
	};
	expect(failureOf(vendor, operation(), request, answer(500))).toMatchObject(failed);
	const read: VendorRequest = { ...request, repeat: 'safe' };
	expect(failureOf(vendor, call, read, answer(500))).toMatchObject(failed);
});

test('anything else is unknown, with where to look', () => {
	expect(failureOf(vendor, call, ringing, answer(500))).toMatchObject({
		outcome: 'unknown',
		message:
			'Altur answered: status 500. The call to +525511110001 may have been placed; it is not sent again.',
		advice: 'Look it up in Altur for +525511110001 before you run this row again.',
		status: 500,
	});
	expect(unknownOf(vendor, operation({ repeat: 'never' }), 'Silence')).toMatchObject({
		outcome: 'unknown',
		message: 'Silence. "Get a thing" may have been carried out; it is not sent again.',
		advice: 'Look it up in Altur before you run this row again.',
		status: undefined,
	});
});

test('a row that the run did not get to says which row ended it', () => {
	const row = { index: 4, request: ringing } as Row;
	const ending = { index: 2, result: { failure: new Failure('refused', 'No') } };
	expect(notAttempted(row, ending)).toMatchObject({
		index: 4,
		phoneNumber: '+525511110001',
		result: {
			failure: {
				outcome: 'notAttempted',
				message: 'Not attempted: row 3 ended the run.',
				advice: 'Run this row again.',
			},
		},
	});
});

test('what cannot be sent names its field, and a failure without advice has an empty one', () => {
	expect(new BadInput('Phone Number', 'is empty')).toMatchObject({
		field: 'Phone Number',
		message: 'Phone Number: is empty',
	});
	expect(new Failure('failed', 'No')).toMatchObject({ advice: '', status: undefined });
});
