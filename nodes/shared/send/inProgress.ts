import { isAnswer } from './effect';
import type { Happening } from './effect';

/** How often a request that is under way is asked for at least, whatever Max Retries says. */
export const LEAST_TRIES = 5;

/** How vendors say that an earlier request with the same idempotency key is not finished yet. */
const UNDER_WAY =
	/in.?progress|in.?flight|in use|being processed|still (running|processing)|concurren/i;

/**
 * True where the vendor still works on an earlier request with the key of this one: its answer will come
 * under the same key. After a try without an answer any 409 is taken for that.
 * @param mayHaveBeen an earlier try with this key may have arrived
 */
export function isInProgress(happening: Happening, mayHaveBeen: boolean): boolean {
	if (!isAnswer(happening) || happening.status !== 409) return false;
	return mayHaveBeen || UNDER_WAY.test((JSON.stringify(happening.body) ?? '').slice(0, 2_000));
}
