import type { Operation, Vendor } from '../contract/operation';
import type { Answer, VendorRequest } from '../contract/request';
import { hasId, isObject, plainText } from '../values/json';
import { isAnswer } from './effect';
import type { Happening } from './effect';
import { errorWords } from './errorWords';
import { happeningWords } from './failures';

const isGood = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** False for what stands in a field that is there and says nothing. */
const isSet = (value: unknown): boolean =>
	typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);

/** True for an answer that says in its own words that it is an error, whatever its status. */
export function saysNo(body: unknown): boolean {
	if (!isObject(body)) return false;
	const { error, errors, success } = body;
	return isSet(error) || isSet(errors) || success === false || success === 'false';
}

/** A list of texts and the like may stand beside an error; an object or an ID is something that was made. */
const isPlain = (value: unknown): boolean =>
	[value].flat().every((one) => typeof one !== 'object' || one === null);

/**
 * An answer under the status that it means: with `{ error: 402, message }` in a 200 the vendor's own words
 * leave no doubt. Where the answer holds anything else beside them, it stays what it is.
 */
export function meant(happening: Happening): Happening {
	if (!isAnswer(happening) || !isGood(happening) || !isObject(happening.body)) return happening;
	const { body } = happening;
	const [status] = /^[45]\d\d$/.exec(plainText(body.error) ?? '') ?? [];
	const isBare = !hasId(body) && Object.values(body).every(isPlain);
	return status !== undefined && isBare ? { ...happening, status: Number(status) } : happening;
}

/** Where each row has a result of its own, those tell more than what stands above them. */
const tellsOfRows = ({ bundle, isAcceptance }: Operation, body: unknown): boolean =>
	bundle !== undefined && isObject(body) && isAcceptance?.(body) === true;

/**
 * Why a 2xx does not mean that the request was carried out or answered; nothing where it does. Only what
 * says so is an acceptance: an error in a 200 must not be reported as a call that was placed.
 */
export function problemIn(
	vendor: Vendor,
	operation: Operation,
	request: VendorRequest,
	answer: Answer,
): string | undefined {
	const { body, status } = answer;
	if (request.encoding !== undefined) return undefined;
	const said = `${vendor.name} answered ${status} with`;
	const isRead = request.method === 'GET';
	if (typeof body !== 'object' || body === null) {
		if (operation.mayAnswerNothing && !body) return undefined;
		return `${said} ${body ? 'something other than JSON' : 'nothing'}`;
	}
	// What was asked for may have an error of its own, such as a call that failed.
	const isOwn = isRead ? hasId(body) && !isFalse(body) : tellsOfRows(operation, body);
	if (saysNo(body) && !isOwn) {
		const words = vendor.errorText?.(body)?.trim() || errorWords(body);
		return words ? happeningWords(vendor, answer) : `${said} an error`;
	}
	if (isRead || operation.mayAnswerNothing) return undefined;
	const isAccepted = isObject(body) && (operation.isAcceptance ?? isSet)(body);
	return isAccepted ? undefined : `${said} nothing that says that it was done`;
}

const isFalse = (body: object): boolean => isObject(body) && body.success === false;
