import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import { kindOf } from './json';

const ISO =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** A date without a time of day: the day's first second or, as the end of a range, its last. */
type DayEdge = 'start' | 'end';

const EDGES: Record<DayEdge, string> = { start: '00:00:00', end: '23:59:59' };

/** n8n hands over texts, and the date objects of expressions such as `{{ $now }}`. */
function textOf(read: Reader, name: string): string {
	const value = read.raw(name);
	if (typeof value === 'string') return value.trim();
	const { toISO, toISOString } = value as Record<string, unknown>;
	for (const write of [toISO, toISOString]) {
		if (typeof write === 'function') return String(write.call(value));
	}
	throw new BadInput(read.label(name), `must be a date, but it is ${kindOf(value)}`);
}

/** The offset of a time zone at a moment, like `-06:00`. */
function offsetAt(timeZone: string, moment: number): string {
	const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
	const name = parts.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value;
	// Before time zones had whole minutes there were seconds, which ISO 8601 does not have.
	return name?.replace(/^(GMT|UTC)/, '').slice(0, 6) || '+00:00';
}

const DAY_MS = 86_400_000;

function withOffset(local: string, timezone: string, edge: DayEdge): string {
	// Clocks may change within a day of it: a time that comes twice is the first, or the last as an end.
	const utc = Date.parse(`${local}Z`);
	const [before, after] = [-DAY_MS, DAY_MS].map((ms) => offsetAt(timezone, utc + ms));
	const offsets = edge === 'end' ? [after, before] : [before, after];
	const fits = (offset: string) => offsetAt(timezone, Date.parse(local + offset)) === offset;
	// A time that is left out when clocks go forward is counted on from before.
	return local + (offsets.find(fits) ?? before);
}

/**
 * A moment in ISO 8601 with an offset, or nothing where the field is empty. A date without an offset is
 * in the workflow's time zone.
 */
export function momentOf(read: Reader, name: string, edge: DayEdge = 'start'): string | undefined {
	if (!read.has(name)) return undefined;
	const text = textOf(read, name);
	const [, day, time, seconds = '00', offset] = ISO.exec(text) ?? [];
	const local = `${day}T${time ? `${time}:${seconds}` : EDGES[edge]}`;
	const asUtc = new Date(`${local}Z`);
	// The calendar has no 31st of February, but Date would take it for a day in March.
	if (Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(local)) {
		throw new BadInput(
			read.label(name),
			`"${text.slice(0, 40)}" is no date; write it like 2026-11-21 or 2026-11-21T09:00`,
		);
	}
	if (!offset) return withOffset(local, read.timezone, edge);
	return local + offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
}

/** A range's two ends; a start after its end is refused. */
export function rangeOf(
	read: Reader,
	startName: string,
	endName: string,
): { start?: string; end?: string } {
	const start = momentOf(read, startName, 'start');
	const end = momentOf(read, endName, 'end');
	if (start && end && Date.parse(start) > Date.parse(end)) {
		throw new BadInput(read.label(startName), `is after ${read.label(endName)}`);
	}
	return { start, end };
}
