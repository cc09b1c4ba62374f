import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import type { Gate, Row } from '../contract/row';
import { partsOf } from '../values/read';
import { isTimezone } from '../values/timezone';
import { hoursText } from './hoursText';
import { inForce } from './inForce';
import type { CallingHours } from './hoursText';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function minutes(read: Reader, name: string, fallback: string): number {
	const text = read.optionalText(name).trim() || fallback;
	const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
	const value = Number(hour) * 60 + Number(minute);
	if (Number(minute) < 60 && value <= 24 * 60) return value;
	throw new BadInput(
		`Calling Hours › ${read.label(name)}`,
		`"${text.slice(0, 40)}" is no time of day; write it like 09:00`,
	);
}

function daysOf(read: Reader): Set<string> {
	const given = read.has('days') ? partsOf(read, 'days', /,/) : [];
	const days = given.length > 0 ? given : WEEKDAYS.slice(1, 6);
	const wrong = days.find((day) => !WEEKDAYS.includes(day));
	if (wrong === undefined) return new Set(days);
	throw new BadInput(
		'Calling Hours › Days',
		`"${wrong.slice(0, 40)}" is no day; the values are ${WEEKDAYS.join(', ')}`,
	);
}

/** Days off. A date that the calendar does not have would be a day off that is worked. */
function exceptDatesOf(read: Reader): Set<string> {
	const dates = read.has('exceptDates') ? partsOf(read, 'exceptDates', /[,;\s]/) : [];
	const wrong = dates.find((date) => !isDate(date));
	if (wrong === undefined) return new Set(dates.sort());
	throw new BadInput(
		`Calling Hours › ${read.label('exceptDates')}`,
		`"${wrong.slice(0, 40)}" is not a valid date; write it like 2026-12-25`,
	);
}

function isDate(text: string): boolean {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Reads and checks the option; nothing where it was not added. Added and left empty it means its defaults,
 * and so does each entry that is missing or that an expression leaves empty: empty must not mean at any hour.
 */
export function callingHoursOf(read: Reader): CallingHours | undefined {
	const options = read.within('options');
	if (!options.isSet('callingHours')) return undefined;
	const fields = options.within('callingHours');
	const timezone = fields.optionalText('timezone').trim() || read.timezone;
	const hours = {
		from: minutes(fields, 'from', '09:00'),
		to: minutes(fields, 'to', '18:00'),
		days: daysOf(fields),
		timezone,
		exceptDates: exceptDatesOf(fields),
	};
	if (hours.from === hours.to) throw new BadInput('Calling Hours', 'From and To are the same time');
	if (!isTimezone(timezone)) {
		throw new BadInput(
			'Calling Hours › Timezone',
			`"${timezone.slice(0, 40)}" is no time zone, like America/Mexico_City`,
		);
	}
	return hours;
}

/** True where the moment lies within the hours; a window over midnight belongs to the day it starts on. */
export function isWithin(
	hours: CallingHours,
	moment: Date,
	clock = clockOf(hours.timezone),
): boolean {
	const { date, minute } = clock(moment);
	const { from, to, days, exceptDates } = hours;
	const isOpenOn = (on: string) => days.has(weekdayOf(on)) && !exceptDates.has(on);
	if (from < to) return isOpenOn(date) && minute >= from && minute < to;
	return (isOpenOn(date) && minute >= from) || (isOpenOn(dayBefore(date)) && minute < to);
}

const utcOf = (date: string) => new Date(`${date}T00:00:00Z`);

const weekdayOf = (date: string): string => WEEKDAYS[utcOf(date).getUTCDay()];

const dayBefore = (date: string): string =>
	new Date(utcOf(date).getTime() - 86_400_000).toISOString().slice(0, 10);

/** The local date, YYYY-MM-DD, and the minute of its day. */
type Clock = (moment: Date) => { date: string; minute: number };

function clockOf(timeZone: string): Clock {
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	});
	return (moment) => {
		const part = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
		return {
			date: (['year', 'month', 'day'] as const).map((name) => part.get(name)).join('-'),
			minute: Number(part.get('hour')) * 60 + Number(part.get('minute')),
		};
	};
}

const textsOf = (keys: Iterable<string>): Set<string> =>
	new Set([...keys].map((key) => key.split('\n')[0]));

/** Holds rows back outside the hours. Looked at just before each dial: a long run may leave the window. */
export function callingHoursGate(rows: Row[], now: () => Date = () => new Date()): Gate {
	/** One for all rows whose hours are the same. */
	const distinct = new Map<string, { hours: CallingHours; clock: Clock }>();
	const ofRow = new Map<number, string>();
	for (const { index, read } of rows) {
		const hours = callingHoursOf(read);
		if (!hours) continue;
		// The text counts days off; two lists of the same length are not the same.
		const key = [hoursText(hours), ...hours.exceptDates].join('\n');
		ofRow.set(index, key);
		if (!distinct.has(key)) distinct.set(key, { hours, clock: clockOf(hours.timezone) });
	}
	return {
		inForce: inForce('Calling Hours', distinct.size > 0 ? textsOf(distinct.keys()) : ['none']),
		look: ({ index }) => {
			const own = distinct.get(ofRow.get(index) ?? '');
			if (!own || isWithin(own.hours, now(), own.clock)) return undefined;
			return {
				outcome: 'skipped',
				reason: 'outsideCallingHours',
				message: `Skipped: it is outside the calling hours now (${own.hours.timezone}).`,
			};
		},
	};
}
