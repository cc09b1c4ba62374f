import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import { kindOf } from './json';
import { asSent, writesItself } from './sendable';

const ISO =
	/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9})\d*)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** A date without a time of day: the day's first moment or, as the end of a range, its last. */
type DayEdge = 'start' | 'end';

/** The last moment to the millisecond, as date objects have it: nothing falls between two days. */
const EDGES: Record<DayEdge, [seconds: string, fraction: string]> = {
	start: ['00:00:00', ''],
	end: ['23:59:59', '.999'],
};

/** n8n hands over texts, and the date objects of expressions such as `{{ $now }}`. */
function textOf(read: Reader, name: string): string {
	const value = read.raw(name);
	if (typeof value === 'string') return value.trim();
	const { plain, found } = writesItself(value) ? asSent(value) : { plain: undefined };
	if (found) throw new BadInput(read.label(name), found.reason);
	if (typeof plain === 'string') return plain.trim();
	throw new BadInput(read.label(name), `must be a date, but it is ${kindOf(value)}`);
}

/** The latest zone's clock: it takes long to make, and all rows of a run are in one zone. */
let clock = { timeZone: '', format: new Intl.DateTimeFormat('en') };

/** The offset of a time zone at a moment, like `-06:00`. */
function offsetAt(timeZone: string, moment: number): string {
	if (clock.timeZone !== timeZone) {
		const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
		clock = { timeZone, format };
	}
	const parts = clock.format.formatToParts(moment);
	const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
	// Before time zones had whole minutes there were seconds, which ISO 8601 does not have.
	return name?.replace(/^(GMT|UTC)/, '').slice(0, 6) || '+00:00';
}

const DAY_MS = 86_400_000;

/** A local time with its offset; as the end of a range the last of a time that comes twice. */
function withOffset(local: string, timezone: string, edge: DayEdge): string {
	// Clocks may change within a day of it.
	const utc = Date.parse(`${local}Z`);
	const [before, after] = [-DAY_MS, DAY_MS].map((ms) => offsetAt(timezone, utc + ms));
	const offsets = edge === 'end' ? [after, before] : [before, after];
	const fits = (offset: string) => offsetAt(timezone, Date.parse(local + offset)) === offset;
	// A time that is left out when clocks go forward is counted on from before.
	return local + (offsets.find(fits) ?? before);
}

/** A day's first moment: the one after the last of the day before, whatever the clocks did at midnight. */
function startOfDay(day: string, timezone: string): string {
	const dayBefore = new Date(Date.parse(`${day}Z`) - DAY_MS).toISOString().slice(0, 10);
	const end = withOffset(`${dayBefore}T${EDGES.end.join('')}`, timezone, 'end');
	return `${day}T${EDGES.start.join('')}${end.slice(-'+00:00'.length)}`;
}

/**
 * A moment in ISO 8601 with an offset, or nothing where the field is empty. A date without an offset is
 * in the workflow's time zone. Fractions of a second go out as they were given.
 */
export function momentOf(read: Reader, name: string, edge: DayEdge = 'start'): string | undefined {
	if (!read.has(name)) return undefined;
	const text = textOf(read, name);
	const [, day, time, seconds = '00', digits = '', offset] = ISO.exec(text) ?? [];
	const [edgeTime, edgeFraction] = EDGES[edge];
	const local = `${day}T${time ? `${time}:${seconds}` : edgeTime}`;
	const asUtc = new Date(`${local}Z`);
	// The calendar has no 31st of February, but Date would take it for a day in March.
	if (Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(local)) {
		throw new BadInput(
			read.label(name),
			`"${text.slice(0, 40)}" is no date; write it like 2026-11-21 or 2026-11-21T09:00`,
		);
	}
	if (!time && !offset && edge === 'start') return startOfDay(day, read.timezone);
	const fraction = time ? (/[1-9]/.test(digits) ? `.${digits}` : '') : edgeFraction;
	if (!offset) return withOffset(local + fraction, read.timezone, edge);
	return local + fraction + offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
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
