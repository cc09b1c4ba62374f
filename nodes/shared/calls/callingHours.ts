import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import type { Gate } from '../contract/row';
import { partsOf } from '../values/read';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** When phones may ring: minutes of the day, from inclusive, to exclusive; `from` after `to` spans midnight. */
export interface CallingHours {
	from: number;
	to: number;
	days: Set<string>;
	timezone: string;
}

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
	const days = read.has('days') ? partsOf(read, 'days', /,/) : WEEKDAYS.slice(1, 6);
	const wrong = days.find((day) => !WEEKDAYS.includes(day));
	if (wrong === undefined) return new Set(days);
	throw new BadInput(
		'Calling Hours › Days',
		`"${wrong.slice(0, 40)}" is no day; the values are ${WEEKDAYS.join(', ')}`,
	);
}

/** Reads and checks the option; nothing where it is not set. */
export function callingHoursOf(read: Reader): CallingHours | undefined {
	const options = read.within('options');
	const fields = options.within('callingHours');
	// A field that an expression leaves empty has its default: empty must not mean at any hour.
	if (['from', 'to', 'days', 'timezone'].every((name) => fields.raw(name) === undefined))
		return undefined;
	const timezone = fields.optionalText('timezone').trim() || read.timezone;
	const hours = {
		from: minutes(fields, 'from', '09:00'),
		to: minutes(fields, 'to', '18:00'),
		days: daysOf(fields),
		timezone,
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

function isTimezone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
	} catch {
		return false;
	}
}

/** True where the moment lies within the hours; a window over midnight belongs to the day it starts on. */
export function isWithin(
	hours: CallingHours,
	moment: Date,
	clock = clockOf(hours.timezone),
): boolean {
	const { day, minute } = clock(moment);
	const { from, to, days } = hours;
	const dayBefore = WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7];
	if (from < to) return days.has(day) && minute >= from && minute < to;
	return (days.has(day) && minute >= from) || (days.has(dayBefore) && minute < to);
}

type Clock = (moment: Date) => { day: string; minute: number };

function clockOf(timeZone: string): Clock {
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	});
	return (moment) => {
		const part = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
		return {
			day: String(part.get('weekday')).toLowerCase(),
			minute: Number(part.get('hour')) * 60 + Number(part.get('minute')),
		};
	};
}

/** Holds rows back outside the hours. Looked at just before each dial: a long run may leave the window. */
export function callingHoursGate(now: () => Date = () => new Date()): Gate {
	const clocks = new Map<string, Clock>();
	return {
		look: ({ read }) => {
			const hours = callingHoursOf(read);
			if (!hours) return undefined;
			const clock = clocks.get(hours.timezone) ?? clockOf(hours.timezone);
			clocks.set(hours.timezone, clock);
			if (isWithin(hours, now(), clock)) return undefined;
			return {
				outcome: 'skipped',
				reason: 'outsideCallingHours',
				message: `Left out: it is outside the calling hours now (${hours.timezone}).`,
			};
		},
	};
}
