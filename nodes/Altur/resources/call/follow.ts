import type { IDataObject } from 'n8n-workflow';
import { Failure, reasonOf } from '../../../shared/contract/failure';
import type { Host, Send } from '../../../shared/contract/request';
import { asObject, isPathId } from '../../../shared/values/json';

/** Any other status, also one that Altur adds some day, means that the call is still going. */
const OVER = ['ended', 'busy', 'no-answer', 'failed'];

/** A call that has an end is over, whatever its status is called. */
const isOver = ({ status, ended_at }: IDataObject): boolean =>
	OVER.includes(status as string) || Boolean(ended_at);

/** A call may be a moment late in Altur's lists; one that is not found so often in a row will not be. */
const MOST_MISSES = 3;

const NOT_FOUND = [404, 410];

/** A key that may not look now may not look later either. */
const NOT_ALLOWED = [401, 403];

const statusOf = (error: unknown): number => (error instanceof Failure && error.status) || 0;

/** A look that stays unanswered must not outlast the wait; the next one comes soon anyway. */
const LONGEST_LOOK_MS = 30_000;

/** How often to look, and for how long. */
export interface Patience {
	everyMs: number;
	longestMs: number;
}

/**
 * Follows a call that was placed until it is over or patience ends. Never throws: a person was called,
 * whatever becomes of the following, and the row must not come out as failed.
 */
export async function follow(
	placed: unknown,
	{ everyMs, longestMs }: Patience,
	send: Send,
	{ cancelled, wait }: Pick<Host, 'cancelled' | 'wait'>,
): Promise<IDataObject> {
	let call = asObject(placed);
	const { id } = call;
	if (typeof id !== 'string' || !isPathId(id)) {
		return { ...call, timedOut: true, pollError: 'Altur named no ID to follow the call by.' };
	}
	const url = `/call/${encodeURIComponent(id)}`;
	const end = Date.now() + longestMs;
	let pollError: string | undefined;
	let misses = 0;
	let isHopeless = false;
	while (!isOver(call) && !isHopeless && Date.now() < end && !cancelled?.aborted) {
		await wait(Math.min(everyMs, end - Date.now()));
		if (cancelled?.aborted) break;
		try {
			const timeoutMs = Math.min(LONGEST_LOOK_MS, Math.max(everyMs, end - Date.now()));
			const patience = { timeoutMs: Math.ceil(timeoutMs), maxRetries: 0 };
			const { body } = await send({ method: 'GET', url, repeat: 'safe', patience });
			call = { ...call, ...asObject(body) };
			pollError = undefined;
			misses = 0;
		} catch (error) {
			pollError = reasonOf(error);
			misses = NOT_FOUND.includes(statusOf(error)) ? misses + 1 : 0;
			isHopeless = misses === MOST_MISSES || NOT_ALLOWED.includes(statusOf(error));
		}
	}
	const timedOut = !isOver(call);
	const given = isHopeless ? ' The call was not followed to its end; look it up in Altur.' : '';
	return { ...call, timedOut, ...(timedOut && pollError ? { pollError: pollError + given } : {}) };
}
