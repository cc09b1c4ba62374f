import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../shared/values/json';

/** What may become of a contact that did not fail. */
export const DONE = ['created', 'updated', 'skipped_duplicate'] as const;

/** What a result may say of its row. */
export const STATUSES: readonly unknown[] = [...DONE, 'failed'];

/** What became of a contact. */
export type Kind = (typeof DONE)[number] | 'failed';

/** What Altur says of one contact; anything may be missing. */
export type Result = IDataObject;

/** How many contacts the summary of an answer counts as one kind. */
export const counted = ({ summary }: IDataObject, kind: Kind): number =>
	Number((isObject(summary) && summary[kind]) || 0);

/** What is known of a row that its own result does not tell. */
export interface Known {
	status: string | null;
	reason?: string;
}

/** What a result names as its error, whatever other APIs call it; nothing where there is none. */
export function errorIn({ error, errors, success }: Result): unknown {
	if (error) return error;
	if (isObject(errors) || Array.isArray(errors) ? Object.keys(errors).length > 0 : errors) {
		return errors;
	}
	return success === false ? 'Altur says that it was no success' : undefined;
}

/** What a result says of its row; nothing where only the summary counts it. */
export const toldIn = (result: Result): Kind | undefined => {
	const { status } = result;
	if (errorIn(result)) return 'failed';
	return STATUSES.includes(status) ? (status as Kind) : undefined;
};

/**
 * What became of rows whose results do not say it. Altur's schema of a result has no status: only the summary
 * counts them. Where what it counts beyond the told ones is of one kind, all are of that kind; else each row's
 * is not known.
 * @param count of how many rows this is to be known
 * @param mayHaveFailed false for rows with an ID, which did not fail
 */
export function otherwise(
	answer: IDataObject,
	told: Array<Kind | undefined>,
	count: number,
	mayHaveFailed = true,
): Known {
	const left = (kind: Kind) => counted(answer, kind) - told.filter((one) => one === kind).length;
	const failed = mayHaveFailed ? left('failed') : 0;
	const kinds = DONE.filter((kind) => left(kind) > 0);
	if (kinds.length === 1 && failed <= 0 && left(kinds[0]) >= count) return { status: kinds[0] };
	if (kinds.length === 0 && (answer.success === false || (failed > 0 && failed >= count))) {
		return { status: 'failed', reason: 'Altur counts it as failed and gives no reason.' };
	}
	const counts =
		DONE.filter((kind) => counted(answer, kind) > 0)
			.map((kind) => `${counted(answer, kind)} ${kind}`)
			.join(' and ') || 'nothing';
	return {
		status: null,
		reason: `Altur took the request but did not say what became of this row; of its request it counts ${counts}.`,
	};
}
