import { Failure } from '../contract/failure';
import type { Operation, Vendor } from '../contract/operation';
import type { Answer, Repeat, VendorRequest } from '../contract/request';
import { isAnswer, verdictOf } from './effect';
import type { Happening } from './effect';
import { errorWords, oneLine } from './errorWords';
import { isLate, lostWords } from './lostWords';
import { saysTooLarge } from './tooLarge';

/** What a request was to do, and the words for its having happened or not. */
function deed(operation: Operation, phoneNumber?: string): { name: string; done: string } {
	return phoneNumber && operation.outcome
		? { name: `The call to ${phoneNumber}`, done: 'placed' }
		: { name: `"${operation.option.action}"`, done: 'carried out' };
}

/** The vendor's own words about an error, or the bare status. */
function vendorWords(vendor: Vendor, { body, status }: Answer): string {
	const text = oneLine(vendor.errorText?.(body) ?? '') || errorWords(body);
	return text ? `${text.slice(0, 500).toWellFormed()} (${status})` : `status ${status}`;
}

/** A proxy alone answers so, or with such headers. */
const isProxys = ({ byProxy, status, headers }: Answer): boolean =>
	byProxy === true ||
	status === 407 ||
	'proxy-authenticate' in headers ||
	'x-squid-error' in headers;

/** What happened, the vendor's words first. */
export function happeningWords(vendor: Vendor, happening: Happening): string {
	if (!isAnswer(happening)) return `${vendor.name}: ${lostWords(happening)[0]}`;
	if (isProxys(happening)) {
		const said = errorWords(happening.body);
		const words = said ? `${said} (${happening.status})` : `status ${happening.status}`;
		return `The proxy between n8n and ${vendor.name} answered: ${words}`;
	}
	return `${vendor.name} answered: ${vendorWords(vendor, happening)}`;
}

const PROXY_ADVICE =
	'Check HTTPS_PROXY and HTTP_PROXY in the settings of n8n, with user and password, and that the proxy allows this address.';

const ADVICE: Record<number, string> = {
	401: 'Check the API Key in the credential.',
	403: 'Check that the API key may do this.',
	404: 'Check the IDs in this row, and the Base URL in the credential.',
	407: PROXY_ADVICE,
	413: 'Send fewer rows, e.g. with Loop Over Items, or less in a row.',
	429: 'Lower "Requests per Second" under Options.',
};

const MOVED =
	'The address answers with a redirect, which is not followed so that the key goes nowhere else. Check the Base URL in the credential.';

const isMoved = (status = 0): boolean => status >= 300 && status < 400;

function adviceOn(operation: Operation, happening: Happening): string {
	if (!isAnswer(happening)) return lostWords(happening)[1];
	if (happening.byProxy) return PROXY_ADVICE;
	const { status } = happening;
	const own = operation.adviceOn?.(happening);
	if (own) return own;
	if (saysTooLarge(status, errorWords(happening.body))) return ADVICE[413];
	return isMoved(status) ? MOVED : (ADVICE[status] ?? '');
}

/** Turns what happened into a failure: the vendor's words first, then what is known, then what to do. */
export function failureOf(
	vendor: Vendor,
	operation: Operation,
	request: VendorRequest,
	happening: Happening,
): Failure {
	const repeat: Repeat = request.repeat ?? operation.repeat;
	const what = happeningWords(vendor, happening);
	const inShort = what.replace(`${vendor.name} answered: `, '');
	const status = isAnswer(happening) ? happening.status : undefined;
	if (verdictOf(happening) === 'notPlaced') {
		const advice = adviceOn(operation, happening);
		const { name, done } = deed(operation, request.phoneNumber);
		// A refused look at a call that was placed tells nothing against the call.
		const beside = request.repeat === 'safe' && operation.repeat !== 'safe';
		const said = beside ? `${what}.` : `${what}. ${name} was not ${done}.`;
		return new Failure('refused', said, advice, status, inShort);
	}
	if (repeat === 'safe') {
		const isOwn = isAnswer(happening) ? isMoved(status) : isLate(happening);
		const advice = isOwn ? adviceOn(operation, happening) : 'Run it again later.';
		return new Failure('failed', `${what}.`, advice, status, inShort);
	}
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
