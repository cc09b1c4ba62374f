import { DateTime } from 'luxon';
import { momentOf, rangeOf } from '../../../nodes/shared/values/dates.ts';
import type { Reader } from '../../../nodes/shared/contract/reader.ts';

/** What `momentOf` asks of a row; anything else throws. */
const reader = (values: Record<string, unknown>, timezone = 'America/Mexico_City') =>
	({
		raw: (name: string) => values[name],
		has: (name: string) => values[name] !== undefined && values[name] !== '',
		label: (name: string) => name,
		timezone,
	}) as unknown as Reader;

test.each([
	['2026-11-21T09:00:00', 'America/Mexico_City', '2026-11-21T09:00:00-06:00'],
	['2026-11-21 09:00', 'Europe/Madrid', '2026-11-21T09:00:00+01:00'],
	['2026-07-21T09:00', 'Europe/Madrid', '2026-07-21T09:00:00+02:00'],
	['2026-11-21', 'America/Sao_Paulo', '2026-11-21T00:00:00-03:00'],
	['2026-11-21T09:00:00.123', 'UTC', '2026-11-21T09:00:00.123+00:00'],
	['2026-11-21 09:00:00,5', 'UTC', '2026-11-21T09:00:00.5+00:00'],
	['2026-11-21T09:00:00.000', 'UTC', '2026-11-21T09:00:00+00:00'],
	['2026-11-21T09:00:00.1234567890123Z', 'UTC', '2026-11-21T09:00:00.123456789Z'],
	['2026-11-21T09:00:00', 'Asia/Kathmandu', '2026-11-21T09:00:00+05:45'],
	['2026-11-21T09:00:00Z', 'Europe/Madrid', '2026-11-21T09:00:00Z'],
	['2026-11-21T09:00:00.5-06:00', 'Europe/Madrid', '2026-11-21T09:00:00.5-06:00'],
	// Clocks go forward at 2 o'clock on 29 March: both sides of the change keep their own offset.
	['2026-03-29T01:30:00', 'Europe/Madrid', '2026-03-29T01:30:00+01:00'],
	['2026-03-29T03:30:00', 'Europe/Madrid', '2026-03-29T03:30:00+02:00'],
	// Half past two is left out that night; it is counted on from before.
	['2026-03-29T02:30:00', 'Europe/Madrid', '2026-03-29T02:30:00+01:00'],
	// In Chile clocks go back at midnight, so that 23:30 comes twice, and forward, so that 0:00 is left out.
	['2026-04-05', 'America/Santiago', '2026-04-05T00:00:00-04:00'],
	['2026-04-04T23:30', 'America/Santiago', '2026-04-04T23:30:00-03:00'],
	['2026-09-06', 'America/Santiago', '2026-09-06T00:00:00-04:00'],
	// Before time zones had whole minutes.
	['1900-01-01', 'America/Mexico_City', '1900-01-01T00:00:00-06:36'],
])('%s in %s goes out as %s', (typed, timezone, sent) => {
	expect(momentOf(reader({ date: typed }, timezone), 'date')).toBe(sent);
});

test('date objects of expressions go out as they say', () => {
	const luxon = DateTime.fromISO('2026-11-21T09:00', { zone: 'America/Mexico_City' });
	expect(momentOf(reader({ date: luxon }), 'date')).toBe('2026-11-21T09:00:00-06:00');
	const date = new Date('2026-11-21T09:00:00Z');
	expect(momentOf(reader({ date }), 'date')).toBe('2026-11-21T09:00:00Z');
});

test.each([new Date('soon'), DateTime.fromISO('soon')])('%p is refused as no date', (date) => {
	expect(() => momentOf(reader({ date }), 'date')).toThrow('date: is not a valid date');
});

test('an empty field is no date at all', () => {
	expect(momentOf(reader({ date: '' }), 'date')).toBeUndefined();
});

test.each([
	'21/11/2026',
	'tomorrow',
	'2026-02-30',
	'2026-13-01',
	'2026-11-21T25:00',
	'2026-11',
	5,
	{},
])('%j is refused', (typed) =>
	expect(() => momentOf(reader({ date: typed }), 'date')).toThrow(/^date: /),
);

test('a day as the end of a range counts to its end; a start after the end is refused', () => {
	const range = (start: string, end: string) => rangeOf(reader({ start, end }), 'start', 'end');
	expect(range('2026-11-21', '2026-11-21')).toEqual({
		start: '2026-11-21T00:00:00-06:00',
		end: '2026-11-21T23:59:59.999-06:00',
	});
	expect(() => range('2026-11-21T10:00Z', '2026-11-21T10:00+01:00')).toThrow('start: is after end');
});

test('the day on which clocks go back at midnight counts to its second end', () => {
	const end = momentOf(reader({ date: '2026-04-04' }, 'America/Santiago'), 'date', 'end');
	expect(end).toBe('2026-04-04T23:59:59.999-04:00');
});
