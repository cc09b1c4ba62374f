import { isAnswer } from './effect';
import type { Happening } from './effect';

/** How often a request that is under way is asked for at least, whatever Max Retries says. */
export const LEAST_TRIES = 5;

/** Vendors answer with one of these, most of them with the first. */
const STATUSES = [409, 422, 423, 425];

/** How vendors say that an earlier request with the same idempotency key is not finished yet. */
const UNDER_WAY =
	/in.?progress|in.?flight|in.?use\b|being processed|still (running|processing)|concurrent/i;

/** What is under way: a name that is in use, or a campaign in progress, is something else. */
const OF_REQUEST = /idempoten|\bkey\b|request|operation|transaction|"in_progress"/i;

/**
 * True where the vendor still works on an earlier request with the key of this one: its answer will come
 * under the same key. After a try without an answer any 409 is taken for that.
 * @param mayHaveBeen an earlier try with this key may have arrived
 */
export function isInProgress(happening: Happening, mayHaveBeen: boolean): boolean {
	if (!isAnswer(happening) || !STATUSES.includes(happening.status)) return false;
	if (mayHaveBeen && happening.status === 409) return true;
	const said = (JSON.stringify(happening.body) ?? '').slice(0, 2_000);
	return UNDER_WAY.test(said) && OF_REQUEST.test(said);
}
