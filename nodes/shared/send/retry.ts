import type { Answer, Repeat } from '../contract/request';
import { isAnswer, verdictOf } from './effect';
import type { Happening } from './effect';
import { asObject, plainText } from '../values/json';

/** Longest pause a vendor may ask for; anything beyond is no useful answer for a running workflow. */
const LONGEST_PAUSE_MS = 5 * 60_000;

const FIRST_PAUSE_MS = 500;

export type Decision = { again: false } | { again: true; afterMs: number };

/** Statuses after which a read may simply go again. */
const PASSING = [408, 502, 503, 504];

/** How often a row goes again, beyond Max Retries, because the account's other requests were too many. */
const CROWDED_OUT = 20;

/** A pause that grows, spread by chance: `random` is a number from 0 to 1. */
const growing = (tries: number, random: number): number =>
	Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), 30_000) * (0.5 + random / 2);

/**
 * The one place that decides whether a request goes out again. A request that may have had an effect
 * never does, unless it carries an idempotency key.
 * @param tries how many times it has gone out already, refusals for "too many requests" not counted
 * @param random a number from 0 to 1, for the jitter
 */
export function decide(
	repeat: Repeat,
	happening: Happening,
	tries: number,
	maxRetries: number,
	random: number,
	now = Date.now(),
): Decision {
	if (tries > maxRetries) return { again: false };
	const mayGoAgain =
		repeat === 'keyed'
			? verdictOf(happening) === 'unknown' || !isAnswer(happening)
			: repeat === 'safe' && (!isAnswer(happening) || PASSING.includes(happening.status));
	if (!mayGoAgain) return { again: false };
	const asked = isAnswer(happening) ? pauseAskedFor(happening, now) : undefined;
	return { again: true, afterMs: asked ?? growing(tries, random) };
}

/**
 * How long the whole account pauses after "too many requests", in milliseconds; nothing after anything else.
 * A vendor that says no time and lets nothing in makes it longer, but no longer than one row's retries would:
 * else every row of a long sheet waits half a minute to be refused.
 * @param refusedInARow how often the account was refused before, with nothing let in between
 */
export function pauseAfterRefusal(
	happening: Happening,
	refusedInARow: number,
	maxRetries: number,
	random: number,
	now = Date.now(),
): number | undefined {
	if (!isAnswer(happening) || happening.status !== 429) return undefined;
	const longest = Math.min(refusedInARow, maxRetries);
	return pauseAskedFor(happening, now) ?? growing(longest + 1, random);
}

/**
 * Whether a row goes again after "too many requests", which says that nothing took place. As long as the
 * vendor lets others of the account in, it was the crowd and no fault of the row.
 * @param refusals of this row
 * @param refusedInARow of the account with nothing let in between, this one too
 */
export function againAfterRefusal(
	refusals: number,
	refusedInARow: number,
	maxRetries: number,
): Decision {
	const isOver =
		maxRetries === 0 || refusedInARow > maxRetries || refusals > maxRetries + CROWDED_OUT;
	// Its next turn comes after the account's pause.
	return isOver ? { again: false } : { again: true, afterMs: 0 };
}

/**
 * A date with a time of day, in milliseconds. Without a zone it is in GMT, as all dates of HTTP are: the zone of this
 * machine would make hours of it. Anything else is none, though `Date.parse` finds a year in many a text.
 */
function httpDate(text: string): number {
	if (!/\d:\d\d/.test(text) || !/[a-z]/i.test(text)) return NaN;
	if (/(?:[a-z]|[+-]\d\d:?\d\d)$/i.test(text)) return Date.parse(text);
	return Date.parse(/T/.test(text) && !/\s/.test(text) ? `${text}Z` : `${text} GMT`);
}

/** Milliseconds that `Retry-After` (seconds or a date) or "N seconds" in the text asks for, within bounds. */
export function pauseAskedFor({ headers, body }: Answer, now = Date.now()): number | undefined {
	const header = (plainText(headers['retry-after']) ?? '').trim();
	const { detail, message } = asObject(body);
	const text = plainText(detail ?? message) ?? '';
	const inText = /(\d+(?:\.\d+)?)\s*seconds?/i.exec(text.slice(0, 500))?.[1];
	const seconds = /^\d+(\.\d+)?$/.test(header)
		? Number(header)
		: !Number.isNaN(httpDate(header))
			? (httpDate(header) - now) / 1000
			: inText !== undefined
				? Number(inText)
				: undefined;
	if (seconds === undefined || !Number.isFinite(seconds) || seconds < 0) return undefined;
	return Math.min(Math.ceil(seconds * 1000), LONGEST_PAUSE_MS);
}
