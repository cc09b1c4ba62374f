import { DateTime } from 'luxon';
import { rangeOf } from '../../../nodes/shared/values/dates.ts';
import type { Reader } from '../../../nodes/shared/contract/reader.ts';

const reader = (values: Record<string, unknown>, timezone: string) =>
	({
		raw: (name: string) => values[name],
		has: (name: string) => values[name] !== undefined,
		label: (name: string) => name,
		timezone,
	}) as unknown as Reader;

/** What an export of these days asks for, in milliseconds. */
function exportOf(start: unknown, end: unknown, timezone: string): [number, number] {
	const range = rangeOf(reader({ start, end }, timezone), 'start', 'end');
	return [Date.parse(range.start!), Date.parse(range.end!)];
}

const days = (from: string, count: number) =>
	Array.from({ length: count }, (_, n) => DateTime.fromISO(from).plus({ days: n }).toISODate()!);

/** Nightly exports, one a day: each begins a millisecond after the one before ended. */
function expectToMeet(from: string, count: number, zone: string): void {
	let last: number | undefined;
	for (const day of days(from, count)) {
		const [start, end] = exportOf(day, day, zone);
		if (last !== undefined) expect([zone, day, start]).toEqual([zone, day, last + 1]);
		expect(end).toBeGreaterThan(start);
		last = end;
	}
}

test.each([
	['America/Mexico_City', '2026-01-01'],
	['America/Mexico_City', '2022-01-01'],
	['America/Santiago', '2026-01-01'],
	['America/Sao_Paulo', '2018-01-01'],
	['America/Havana', '2026-01-01'],
	['America/St_Johns', '2010-01-01'],
	['Asia/Beirut', '2026-01-01'],
	['Australia/Lord_Howe', '2026-01-01'],
	['Africa/Casablanca', '2026-01-01'],
	['Europe/Madrid', '2026-01-01'],
])(
	'a year of nightly exports in %s, from %s, leaves no millisecond out and has none twice',
	(zone, from) => {
		expectToMeet(from, 366, zone);
	},
);

/** The days on which clocks change in a zone. */
function changes(zone: string, from: number, to: number): string[] {
	const found: string[] = [];
	let before = DateTime.fromObject({ year: from }, { zone });
	for (; before.year < to; before = before.plus({ days: 7 })) {
		const after = before.plus({ days: 7 });
		if (after.offset === before.offset) continue;
		const day = [0, 1, 2, 3, 4, 5, 6].find(
			(n) => before.plus({ days: n + 1 }).offset !== before.offset,
		);
		found.push(before.plus({ days: day! }).toISODate()!);
	}
	return found;
}

test('nor does any night on which clocks change, in any zone', () => {
	let seen = 0;
	for (const zone of Intl.supportedValuesOf('timeZone')) {
		for (const day of changes(zone, 2026, 2028)) {
			seen += 1;
			expectToMeet(DateTime.fromISO(day).minus({ days: 2 }).toISODate()!, 5, zone);
		}
	}
	expect(seen).toBeGreaterThan(500);
});

test('a day is the day that luxon knows, and so is one that an expression gives', () => {
	for (const zone of [
		'America/Mexico_City',
		'America/Santiago',
		'Asia/Beirut',
		'Australia/Lord_Howe',
	]) {
		for (const day of days('2026-01-01', 365)) {
			const luxon = DateTime.fromISO(day, { zone });
			const whole = [luxon.startOf('day'), luxon.endOf('day')] as const;
			const wanted = whole.map((moment) => moment.toMillis());
			expect([zone, day, exportOf(day, day, zone)]).toEqual([zone, day, wanted]);
			expect(exportOf(...whole, zone)).toEqual(wanted);
		}
	}
});
