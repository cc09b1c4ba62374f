import { Failure } from '../contract/failure';
import type { Operation, Vendor } from '../contract/operation';
import type { Answer, Repeat, VendorRequest } from '../contract/request';
import { isAnswer, verdictOf } from './effect';
import type { Happening } from './effect';

/** What a request was to do, and the words for its having happened or not. */
function deed(operation: Operation, phoneNumber?: string): { name: string; done: string } {
	return phoneNumber && operation.outcome
		? { name: `The call to ${phoneNumber}`, done: 'placed' }
		: { name: `"${operation.option.action}"`, done: 'carried out' };
}

/** The vendor's own words about an error, or the bare status. */
function vendorWords(vendor: Vendor, { body, status }: Answer): string {
	const text = vendor.errorText(body)?.trim();
	return text ? `${text.slice(0, 500)} (${status})` : `status ${status}`;
}

const LOST_WORDS: Array<[RegExp, string]> = [
	[/^ECONNREFUSED$/, 'the connection was refused'],
	[/^(ENOTFOUND|EAI_)/, 'the address of the Base URL was not found'],
	[/^(ECONNABORTED|ETIMEDOUT)$/, 'no answer came in time'],
	[/^(ERR_CANCELED)$/, 'the execution was stopped'],
	[/CERT|SIGNED|TLS|HOSTNAME/, 'the certificate of the server was not accepted'],
];

function lostWords(code: string): string {
	return (
		LOST_WORDS.find(([pattern]) => pattern.test(code))?.[1] ??
		'the connection broke before an answer came'
	);
}

/** What happened, the vendor's words first. */
export const happeningWords = (vendor: Vendor, happening: Happening): string =>
	isAnswer(happening)
		? `${vendor.name} answered: ${vendorWords(vendor, happening)}`
		: `${vendor.name}: ${lostWords(happening.code)}`;

const ADVICE: Record<number, string> = {
	401: 'Check the API Key in the credential.',
	403: 'Check that the API key may do this.',
	404: 'Check the IDs in this row, and the Base URL in the credential.',
	429: 'Lower "Requests per Second" under Options.',
};

/** Turns what happened into a failure: the vendor's words first, then what is known, then what to do. */
export function failureOf(
	vendor: Vendor,
	operation: Operation,
	request: VendorRequest,
	happening: Happening,
): Failure {
	const repeat: Repeat = request.repeat ?? operation.repeat;
	const what = happeningWords(vendor, happening);
	const status = isAnswer(happening) ? happening.status : undefined;
	if (verdictOf(happening) === 'notPlaced') {
		const moved = status !== undefined && status >= 300 && status < 400;
		const advice = moved
			? 'The address answers with a redirect, which is not followed so that the key goes nowhere else. Check the Base URL in the credential.'
			: (isAnswer(happening) && operation.adviceOn?.(happening)) || (ADVICE[status ?? 0] ?? '');
		const { name, done } = deed(operation, request.phoneNumber);
		// A refused look at a call that was placed tells nothing against the call.
		const beside = request.repeat === 'safe' && operation.repeat !== 'safe';
		const said = beside ? `${what}.` : `${what}. ${name} was not ${done}.`;
		return new Failure('refused', said, advice, status);
	}
	if (repeat === 'safe') return new Failure('failed', `${what}.`, 'Run it again later.', status);
	return unknownOf(vendor, operation, what, request.phoneNumber, status);
}

/** A request that left and whose outcome nobody told us: it may have taken place. */
export function unknownOf(
	vendor: Vendor,
	operation: Operation,
	what: string,
	phoneNumber?: string,
	status?: number,
): Failure {
	const { name, done } = deed(operation, phoneNumber);
	const look = phoneNumber ? ` for ${phoneNumber}` : '';
	return new Failure(
		'unknown',
		`${what}. ${name} may have been ${done}; it is not sent again.`,
		`Look it up in ${vendor.name}${look} before you run this row again.`,
		status,
	);
}
