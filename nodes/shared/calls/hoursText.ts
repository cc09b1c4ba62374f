/** When phones may ring: minutes of the day, from inclusive, to exclusive; `from` after `to` spans midnight. */
export interface CallingHours {
	from: number;
	to: number;
	/** `mon`, `tue` … */
	days: Set<string>;
	timezone: string;
	/** Days off, as YYYY-MM-DD in the zone. */
	exceptDates: Set<string>;
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const time = (minutes: number): string =>
	[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const name = (day: string): string => day[0].toUpperCase() + day.slice(1);

/** "Mon–Fri", "Mon, Wed, Sat": three days or more that follow each other are a span. */
function daysText(days: Set<string>): string {
	const spans: string[][] = [];
	for (const day of WEEK) {
		if (!days.has(day)) continue;
		const last = spans.at(-1);
		const follows = last && WEEK.indexOf(day) === WEEK.indexOf(last[last.length - 1]) + 1;
		if (follows) last.push(day);
		else spans.push([day]);
	}
	return spans
		.flatMap((span) =>
			span.length > 2 ? [`${name(span[0])}–${name(span[span.length - 1])}`] : span.map(name),
		)
		.join(', ');
}

/** More days off than these are counted. */
const NAMED = 3;

function exceptText(dates: Set<string>): string {
	if (dates.size === 0) return '';
	return dates.size > NAMED ? `, ${dates.size} days off` : `, not on ${[...dates].join(', ')}`;
}

/** "09:00–18:00 Mon–Fri (America/Mexico_City), not on 2026-12-25". */
export const hoursText = ({ from, to, days, timezone, exceptDates }: CallingHours): string =>
	`${time(from)}–${time(to)} ${daysText(days)} (${timezone})${exceptText(exceptDates)}`;
