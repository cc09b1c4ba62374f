import {
	callingHoursGate,
	callingHoursOf,
	isWithin,
} from '../../../nodes/shared/calls/callingHours.ts';
import { hoursText } from '../../../nodes/shared/calls/hoursText.ts';
import type { CallingHours } from '../../../nodes/shared/calls/hoursText.ts';
import type { Row } from '../../../nodes/shared/contract/row.ts';
import { altur, sandboxForTests } from '../../support/altur.mts';
import { callJob } from '../../support/calls.mts';
import { reading } from '../../support/reading.mts';

const sandbox = sandboxForTests();
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];

const hoursOf = (callingHours: object) => callingHoursOf(reading({ options: { callingHours } }));
const within = (moment: string, hours: object) =>
	isWithin(hoursOf(hours) as CallingHours, new Date(moment));

const mexico = { from: '09:00', to: '18:00', timezone: 'America/Mexico_City' };

const documented = {
	from: 9 * 60,
	to: 18 * 60,
	days: new Set(weekdays),
	timezone: 'America/Mexico_City',
	exceptDates: new Set(),
};

test('the option just added is stored as {} and means its documented hours; without it there are none', () => {
	expect(hoursOf({})).toEqual(documented);
	expect(callingHoursOf(reading({ options: {} }))).toBeUndefined();
});

test.each([undefined, null, '', '  ', []])(
	'the option that comes out as %j means its hours',
	(all) => {
		expect(callingHoursOf(reading({ options: { callingHours: all } }))).toEqual(documented);
	},
);

test.each([undefined, null, '', '  ', []])(
	'days, from, to and zone that come out as %j mean the documented ones',
	(empty) => {
		const text = Array.isArray(empty) ? '' : empty;
		expect(hoursOf({ from: text, to: text, days: empty, timezone: text })).toEqual(documented);
		expect(hoursOf({ days: ' , ' })).toEqual(documented);
	},
);

test.each([
	[mexico, '09:00–18:00 Mon–Fri (America/Mexico_City)'],
	[
		{ days: ['sat', 'mon', 'tue'], from: '22:30', to: '02:00', timezone: 'UTC' },
		'22:30–02:00 Mon, Tue, Sat (UTC)',
	],
	[
		{ days: 'sun,sat,fri,mon,tue,wed,thu', to: '24:00' },
		'09:00–24:00 Mon–Sun (America/Mexico_City)',
	],
])('the hint names %j as %s', (hours, text) => {
	expect(hoursText(hoursOf(hours)!)).toBe(text);
});

test('one field is enough for the others to have defaults', () => {
	expect(hoursOf({ to: '20:00' })).toEqual({
		from: 9 * 60,
		to: 20 * 60,
		days: new Set(weekdays),
		timezone: 'America/Mexico_City',
		exceptDates: new Set(),
	});
});

test('a field that an expression leaves empty has its default: empty must not mean at any hour', () => {
	expect(hoursOf({ from: '', to: null })).toMatchObject({ from: 9 * 60, to: 18 * 60 });
	expect(hoursOf({ days: ' ' })).toMatchObject({ days: new Set(weekdays) });
});

test('spaces around what was typed do not matter, and days may be text with commas', () => {
	const typed = { from: ' 09:00 ', to: '18:00', timezone: ' UTC ', days: 'mon, fri' };
	expect(hoursOf(typed)).toMatchObject({ timezone: 'UTC', days: new Set(['mon', 'fri']) });
});

test.each([
	// 2026-11-20 is a Friday; Mexico City is six hours behind UTC all year.
	['2026-11-20T14:59:59Z', false],
	['2026-11-20T15:00:00Z', true],
	['2026-11-20T23:59:59Z', true],
	['2026-11-21T00:00:00Z', false],
	['2026-11-21T16:00:00Z', false],
])('nine to six in Mexico City: %s is within: %s', (moment, expected) =>
	expect(within(moment, mexico)).toBe(expected),
);

const night = { from: '22:00', to: '02:00', days: ['fri'], timezone: 'UTC' };

test.each([
	['2026-11-20T21:59:00Z', false],
	['2026-11-20T22:00:00Z', true],
	['2026-11-21T00:00:00Z', true],
	['2026-11-21T01:59:00Z', true],
	['2026-11-21T02:00:00Z', false],
	['2026-11-21T22:30:00Z', false],
	['2026-11-20T01:00:00Z', false],
])('a window over midnight belongs to the day it starts on: %s is within: %s', (moment, expected) =>
	expect(within(moment, night)).toBe(expected),
);

test('from midnight to midnight is the whole day', () => {
	const day = { from: '00:00', to: '24:00', days: ['fri'], timezone: 'UTC' };
	expect(within('2026-11-20T00:00:00Z', day)).toBe(true);
	expect(within('2026-11-20T23:59:59Z', day)).toBe(true);
	expect(within('2026-11-21T00:00:00Z', day)).toBe(false);
});

const madrid = { from: '09:00', to: '18:00', days: ['sun', 'mon'], timezone: 'Europe/Madrid' };

test.each([
	// Clocks go forward on 2026-03-29 at 01:00 UTC and back on 2026-10-25 at 01:00 UTC.
	['the day before the clocks go forward… on it', '2026-03-29T06:59:00Z', false],
	['on the day they go forward nine is seven in UTC', '2026-03-29T07:00:00Z', true],
	['on the day they go back nine is eight in UTC', '2026-10-25T07:59:00Z', false],
	['on the day they go back nine is eight in UTC', '2026-10-25T08:00:00Z', true],
	['on the day they go back six is five in UTC', '2026-10-25T17:00:00Z', false],
])('%s: %s is within: %s', (_day, moment, expected) =>
	expect(within(moment, madrid)).toBe(expected),
);

test('the hour that comes twice when clocks go back is within both times', () => {
	const hours = { from: '02:00', to: '03:00', days: ['sun'], timezone: 'Europe/Madrid' };
	expect(within('2026-10-25T00:30:00Z', hours)).toBe(true);
	expect(within('2026-10-25T01:30:00Z', hours)).toBe(true);
});

const holiday = { ...mexico, exceptDates: '2026-11-20, 2026-12-25' };

test.each([
	// In Mexico City the 20th lasts from 06:00 to 06:00 UTC.
	['2026-11-20T16:00:00Z', holiday, false],
	['2026-11-19T16:00:00Z', holiday, true],
	['2026-11-23T16:00:00Z', holiday, true],
	['2026-11-20T22:30:00Z', { ...night, exceptDates: ['2026-11-20'] }, false],
	['2026-11-21T01:00:00Z', { ...night, exceptDates: ['2026-11-20'] }, false],
	['2026-11-21T01:00:00Z', { ...night, exceptDates: ['2026-11-21'] }, true],
])(
	'on days off no phone rings, from the start of their hours to the end: %s of %j is within: %s',
	(moment, hours, expected) => expect(within(moment, hours)).toBe(expected),
);

test('the hint names three days off, and counts more', () => {
	const text = (exceptDates: unknown) => hoursText(hoursOf({ ...mexico, exceptDates })!);
	expect(text('2026-12-25 2026-12-24')).toContain(
		'(America/Mexico_City), not on 2026-12-24, 2026-12-25',
	);
	expect(text(['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'])).toMatch(/, 4 days off$/);
	expect(text(' , ')).toMatch(/\(America\/Mexico_City\)$/);
});

test('rows with other days off have hours of their own', async () => {
	const row = (index: number, exceptDates: string) =>
		({ index, read: reading({ options: { callingHours: { ...mexico, exceptDates } } }) }) as Row;
	const four = '2026-12-24,2026-12-25,2026-12-31,';
	const rows = [row(0, `${four}2026-11-20`), row(1, `${four}2027-01-01`)];
	const gate = callingHoursGate(rows, () => new Date('2026-11-20T16:00:00Z'));
	expect(await gate.look(rows[0]!)).toMatchObject({ reason: 'outsideCallingHours' });
	expect(await gate.look(rows[1]!)).toBeUndefined();
});

test.each([
	...['25.12.2026', '2026-02-30', '2026-12-25T09:00', 'navidad'].map((date): [object, string] => [
		{ exceptDates: date },
		`Calling Hours › exceptDates: "${date}" is not a valid date; write it like 2026-12-25`,
	]),
	[{ from: '9am' }, 'Calling Hours › from: "9am" is no time of day; write it like 09:00'],
	[{ from: '24:01' }, 'is no time of day'],
	[{ from: '09:00:30' }, 'is no time of day'],
	[{ from: '09:60' }, 'is no time of day'],
	[{ to: '-1:00' }, 'is no time of day'],
	[{ from: '10:00', to: '10:00' }, 'Calling Hours: From and To are the same time'],
	[
		{ days: ['lunes'] },
		'Calling Hours › Days: "lunes" is no day; the values are sun, mon, tue, wed, thu, fri, sat',
	],
	[{ days: 'Mon' }, '"Mon" is no day'],
	[{ timezone: 'Mexico' }, 'Calling Hours › Timezone: "Mexico" is no time zone'],
])('%j is refused', (callingHours, words) => {
	// "Mexico" alone is an old alias of nothing; "Mexico/General" would be one.
	expect(() => hoursOf(callingHours)).toThrow(words);
});

test('the clock is the machine’s own', async () => {
	const day = { from: '00:00', to: '24:00', timezone: 'UTC' };
	const today = new Date().toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
	const row = (days: string[]) =>
		({ index: 0, read: reading({ options: { callingHours: { ...day, days } } }) }) as Row;
	const within = row([today.toLowerCase()]);
	expect(await callingHoursGate([within]).look(within)).toBeUndefined();
});

test('each row is looked at when its turn comes: a long run may leave the window', async () => {
	let now = new Date('2026-11-20T23:59:59Z');
	const row = { index: 0, read: reading({ options: { callingHours: mexico } }) } as Row;
	const gate = callingHoursGate([row], () => now);
	expect(await gate.look(row)).toBeUndefined();
	now = new Date('2026-11-21T00:00:00Z');
	expect(await gate.look(row)).toMatchObject({
		outcome: 'skipped',
		reason: 'outsideCallingHours',
		message: 'Skipped: it is outside the calling hours now (America/Mexico_City).',
	});
});

test('bad hours of one row are told by row before anyone is called', async () => {
	const callingHours = { from: '={{ $json.phone.endsWith("1") ? "nine" : "00:00" }}', to: '24:00' };
	const { error } = await altur(sandbox, callJob(3, { callingHours }));
	expect(error?.message).toMatch(
		/^Nothing was sent: 1 of 3 rows .* Row 2: Calling Hours › From: "nine"/,
	);
	expect(sandbox.it.requests()).toEqual([]);
});

test('a row outside its hours is skipped, by the workflow’s time zone where none is given', async () => {
	const day = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tokyo', weekday: 'short' });
	const today = day.format(new Date()).toLowerCase();
	const hours = { from: '00:00', to: '24:00' };
	const run = async (days: string[]) => {
		const options = { callingHours: { ...hours, days } };
		const { outputs } = await altur(sandbox, { ...callJob(1, options), timezone: 'Asia/Tokyo' });
		return outputs[0]?.[0]?.json.outcome;
	};
	const others = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].filter((name) => name !== today);
	expect(await run(others)).toBe('skipped');
	expect(await run([today])).toBe('placed');
});
