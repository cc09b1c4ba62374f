import type { IDataObject } from 'n8n-workflow';
import type { VendorRequest } from '../../../shared/contract/request';
import { asObject } from '../../../shared/values/json';

const DONE = ['created', 'updated', 'skipped_duplicate'] as const;
const STATUSES: readonly unknown[] = [...DONE, 'failed'];

interface Answer {
	success?: boolean;
	summary?: Record<string, number>;
	results?: Array<{
		index?: number;
		contact?: string;
		status?: string;
		id?: string | number;
		error?: string;
	}>;
}

/**
 * What became of the rows that Altur does not say it failed. Its schema of a result has no status: only
 * the summary counts them. Where it counts one kind, all are of that kind; else each row's is not known.
 */
function otherwise(
	{ success, summary = {} }: Answer,
	untold: number,
): { status: string | null; reason?: string } {
	const kinds = DONE.filter((kind) => Number(summary[kind] ?? 0) > 0);
	if (kinds.length === 1 && Number(summary[kinds[0]]) >= untold) return { status: kinds[0] };
	if (kinds.length === 0 && (success === false || Number(summary.failed ?? 0) > 0)) {
		return { status: 'failed', reason: 'Altur counts it as failed and gives no reason.' };
	}
	const counts = kinds.map((kind) => `${summary[kind]} ${kind}`).join(' and ') || 'nothing';
	return {
		status: null,
		reason: `Altur took the request but did not say what became of this row; of its request it counts ${counts}.`,
	};
}

type Result = NonNullable<Answer['results']>[number];

const byKey = <T>(list: T[], keyOf: (one: T) => unknown): Map<unknown, T[]> => {
	const found = new Map<unknown, T[]>();
	for (const one of list) {
		const alike = found.get(keyOf(one));
		if (alike) alike.push(one);
		else found.set(keyOf(one), [one]);
	}
	return found;
};

/** The result of each request: that which names its contact, however Altur counts; else that of its index. */
function ownResults(results: Result[], requests: VendorRequest[]): Result[] {
	const named = byKey(results, ({ contact }) => contact);
	const numbers = byKey(requests, ({ phoneNumber }) => phoneNumber);
	const isClear = (contact: unknown) =>
		numbers.get(contact)?.length === 1 && named.get(contact)?.length === 1;
	const byIndex = new Map(results.map((result) => [result.index, result]));
	return requests.map(({ phoneNumber }, index) => {
		if (phoneNumber && isClear(phoneNumber)) return named.get(phoneNumber)![0];
		const result = byIndex.get(index);
		return result && !isClear(result.contact) ? result : {};
	});
}

/** Each row's own result: `{ status, id, phoneNumber, reason? }`. */
export function resultsOf(body: unknown, requests: VendorRequest[]): IDataObject[] {
	const answer = asObject(body) as Answer;
	const own = ownResults(answer.results ?? [], requests);
	const told = own.filter(({ status, error }) => error || STATUSES.includes(status));
	const rest = otherwise(answer, requests.length - told.length);
	return requests.map(({ phoneNumber }, index) => {
		const { status, id = null, error } = own[index];
		if (error) return { status: 'failed', id, phoneNumber, reason: error };
		if (STATUSES.includes(status)) return { status, id, phoneNumber };
		const { reason, ...known } = rest;
		return { ...known, id, phoneNumber, ...(reason ? { reason } : {}) };
	});
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
