import type { IDataObject } from 'n8n-workflow';
import type { VendorRequest } from '../../../shared/contract/request';
import { asObject, hasId, isObject, plainText } from '../../../shared/values/json';
import { counted, DONE, errorIn, otherwise, STATUSES, toldIn } from './told';
import type { Result } from './told';

const resultsIn = ({ results }: IDataObject): Result[] =>
	Array.isArray(results) ? (results as unknown[]).filter(isObject) : [];

/** True for an answer that says of at least one contact what came of it. */
export const tellsOfContacts = (body: IDataObject): boolean =>
	resultsIn(body).length > 0 ||
	[...DONE, 'failed' as const].some((kind) => counted(body, kind) > 0);

const byKey = <T>(list: T[], keyOf: (one: T) => unknown): Map<unknown, T[]> => {
	const found = new Map<unknown, T[]>();
	for (const one of list) {
		const alike = found.get(keyOf(one));
		if (alike) alike.push(one);
		else found.set(keyOf(one), [one]);
	}
	return found;
};

/** Digits at the end of a number that all its spellings share. */
const LAST_DIGITS = 8;

const endOf = (number: string): string => number.replace(/\D/g, '').slice(-LAST_DIGITS);

/** False where a result names somebody else: then it is not this row's, whatever its index. */
function mayBeOf(contact: unknown, phoneNumber: string): boolean {
	const end = endOf(plainText(contact) ?? '');
	return end.length < LAST_DIGITS || end === endOf(phoneNumber);
}

/** The result of each request: that which names its contact, however Altur counts; else that of its index. */
function ownResults(results: Result[], requests: VendorRequest[]): Result[] {
	const named = byKey(results, ({ contact }) => contact);
	const numbers = byKey(requests, ({ phoneNumber }) => phoneNumber);
	const isClear = (contact: unknown) =>
		numbers.get(contact)?.length === 1 && named.get(contact)?.length === 1;
	const byIndex = byKey(results, ({ index }) => index);
	return requests.map(({ phoneNumber = '' }, index) => {
		if (isClear(phoneNumber)) return named.get(phoneNumber)![0];
		const [result, another] = byIndex.get(index) ?? [];
		const isOwn = result && !another && !isClear(result.contact);
		return isOwn && mayBeOf(result.contact, phoneNumber) ? result : {};
	});
}

/** Each row's own result: `{ status, id, phoneNumber, line, reason? }`. Nonsense touches only the row it stands for. */
export function resultsOf(body: unknown, requests: VendorRequest[]): IDataObject[] {
	const answer = asObject(body);
	const own = ownResults(resultsIn(answer), requests);
	const told = own.map(toldIn);
	const rest = own.filter((_result, row) => told[row] === undefined);
	const ofAll = otherwise(answer, told, rest.length);
	// What has an ID did not fail, and one kind may be counted as often as there are such.
	const ofThose =
		ofAll.status === null ? otherwise(answer, told, rest.filter(hasId).length, false) : ofAll;
	return requests.map(({ phoneNumber, line }, index) => {
		const { status, id = null } = own[index];
		const error = errorIn(own[index]);
		if (error) {
			const reason = plainText(error) ?? JSON.stringify(error);
			return { status: 'failed', id, phoneNumber, line, reason };
		}
		if (STATUSES.includes(status)) return { status, id, phoneNumber, line };
		const { reason, ...known } = hasId(own[index]) ? ofThose : ofAll;
		return { ...known, id, phoneNumber, line, ...(reason ? { reason } : {}) };
	});
}

/** A row that was not sent, because an earlier row of the run has its number, in whatever spelling. */
export function sameLine(
	{ status, id = null, reason }: IDataObject,
	row: number,
	{ phoneNumber, line, body }: VendorRequest,
): IDataObject {
	const same = `Row ${row} of this run has the same number`;
	if (status === 'failed') {
		const why = `${same}, and it was not added: ${String(reason ?? 'no reason was given')}`;
		return { status, id, phoneNumber, line, reason: why };
	}
	if (status === null) {
		return { status, id, phoneNumber, line, reason: `${same}. ${String(reason)}` };
	}
	const kept =
		body?.if_duplicate === 'update' ? ' Its values were sent, not those of this row.' : '';
	return { status: 'skipped_duplicate', id, phoneNumber, line, reason: `${same}.${kept}` };
}

/** Says how many contacts did not get into their campaign, and how many nobody told of. */
export function hintOf(results: IDataObject[]): string | undefined {
	const count = (wanted: unknown) => results.filter(({ status }) => status === wanted).length;
	const failed = count('failed');
	const untold = count(null);
	const parts = [
		failed > 0 ? `${failed} were not added; "reason" says why` : '',
		untold > 0 ? `of ${untold} Altur did not say whether they are new` : '',
	].filter(Boolean);
	return parts.length > 0 ? `Of ${results.length} contacts ${parts.join(', and ')}.` : undefined;
}
