import type { IDataObject } from 'n8n-workflow';
import type { Operation, Vendor } from '../contract/operation';
import type { Answer, VendorRequest } from '../contract/request';
import { hasId, isObject, plainText } from '../values/json';
import { isAnswer } from './effect';
import type { Happening } from './effect';
import { errorWords } from './errorWords';
import { happeningWords } from './failures';
import { isStream } from './stream';

const isGood = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** False for what stands in a field that is there and says nothing. */
const isSet = (value: unknown): boolean =>
	typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);

/** True for an answer that says in its own words that it is an error, whatever its status. */
export function saysNo(body: unknown): boolean {
	if (!isObject(body)) return false;
	const { error, errors, success, ok } = body;
	return isSet(error) || isSet(errors) || [success, ok].some((one) => isFalse(one));
}

const isFalse = (value: unknown): boolean => value === false || value === 'false';

const isHttpError = (value: unknown): boolean => /^[45]\d\d$/.test(plainText(value) ?? '');

/**
 * Other ways of saying no, which only an answer to a change has: what is read may be a count of 0 or a thing that
 * failed. A thing that was made has an ID, and may have failed or have a number for a code since.
 */
function refusesChange(body: IDataObject): boolean {
	const { success, ok, status, statusCode, status_code: code, code: other } = body;
	if ([success, ok].some((one) => one === 0 || one === '0') || isFalse(status)) return true;
	const said = plainText(status) ?? '';
	if (/^error$/i.test(said)) return true;
	const isFailed =
		/^fail(ed|ure)?$/i.test(said) || [status, statusCode, code, other].some(isHttpError);
	return isFailed && !hasId(body);
}

/** A list of texts and the like may stand beside an error; an object is something that was made. */
const isPlain = (value: unknown): boolean =>
	[value].flat().every((one) => typeof one !== 'object' || one === null);

/** Names that things which were made have in an answer; a request's own ID is none of them. */
const isThing = (name: string): boolean =>
	(/(^|_)(uu)?ids?$/i.test(name) || /[a-z]I[dD]s?$/.test(name)) &&
	!/^(request|trace|correlation|error)/i.test(name);

/**
 * An answer under the status that it means: with `{ error: 402, message }` in a 200 the vendor's own words
 * leave no doubt. Where the answer holds anything else beside them, it stays what it is.
 */
export function meant(happening: Happening): Happening {
	if (!isAnswer(happening) || !isGood(happening) || !isObject(happening.body)) return happening;
	const { body } = happening;
	const [status] = /^[45]\d\d$/.exec(plainText(body.error) ?? '') ?? [];
	const isBare = Object.entries(body).every(
		([name, value]) => isPlain(value) && !(isThing(name) && isSet(value)),
	);
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
	const said = `${vendor.name} answered ${status} with`;
	if (request.encoding !== undefined) {
		if (typeof body !== 'object' || body === null || isStream(body)) return undefined;
		return errorWords(body)
			? happeningWords(vendor, answer)
			: `${said} something other than a file`;
	}
	const isRead = request.method === 'GET';
	if (typeof body !== 'object' || body === null) {
		// `false` is an answer, and none that says yes.
		const isNothing = body === undefined || body === null || plainText(body)?.trim() === '';
		if ((operation.mayAnswerNothing ?? request.mayAnswerNothing) && isNothing) return undefined;
		return `${said} ${isNothing ? 'nothing' : 'something other than JSON'}`;
	}
	// What was asked for may have an error of its own, such as a call that failed.
	const isOwn = isRead
		? hasId(body) && !isFalse((body as IDataObject).success)
		: tellsOfRows(operation, body);
	const parts: unknown[] = isRead || !Array.isArray(body) ? [body] : body;
	const no = parts.find(
		(part) => saysNo(part) || (!isRead && isObject(part) && refusesChange(part)),
	);
	if (no !== undefined && !isOwn) {
		const telling = { ...answer, body: wordsBeside(no) };
		const words = vendor.errorText?.(telling.body)?.trim() || errorWords(telling.body);
		return words ? happeningWords(vendor, telling) : `${said} an error`;
	}
	return isRead || isAccepted({ ...request, ...operation }, body)
		? undefined
		: `${said} nothing that says that it was done`;
}

/** Where the answer may be nothing, so may its object or list. */
function isAccepted(
	{ isAcceptance, mayAnswerNothing }: Pick<Operation, 'isAcceptance' | 'mayAnswerNothing'>,
	body: object,
): boolean {
	if (isObject(body)) return isAcceptance?.(body) ?? (mayAnswerNothing === true || isSet(body));
	const isList = Array.isArray(body) && mayAnswerNothing === true;
	return isList && (isAcceptance ? body.length === 0 : body.every(isObject));
}

/** Where a thing that was made stands beside the error, its own texts are no words about what is wrong. */
function wordsBeside(no: unknown): unknown {
	if (!isObject(no) || Object.values(no).every(isPlain)) return no;
	const { error, errors, message, detail, feedback } = no;
	return { error, errors, message, detail, feedback };
}
