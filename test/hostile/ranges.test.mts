import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Exchange, Parameters } from '../contract/case.mts';
import { merged, placed } from '../contract/placed.mts';
import { run } from '../contract/run.mts';
import { deepFields } from '../form/fields.mts';
import { targets, titleOf, withoutWaits } from './targets.mts';
import type { Target } from './targets.mts';

/** Years in which the clocks of a zone change, at midnight in some, by half an hour in one. */
const years: Array<[zone: string, year: number]> = [
	['America/Mexico_City', 2022],
	['America/Mexico_City', 2026],
	['America/Sao_Paulo', 2018],
	['America/Santiago', 2026],
	['Europe/Madrid', 2026],
	['Australia/Lord_Howe', 2026],
];

/** Of a schedule whole days go out; all others are moments. */
const isStart = /^(?!schedule).*(?:start|from)/i;
const startsWith = /start|from/i;
const isEnd = /end$|^end|until|[a-z]To$/i;

interface Range {
	title: string;
	target: Target;
	start: string;
	end: string;
}

const nameOf = (path: string) => path.split('.').at(-1)!;

/** Every two dates of an operation that are the ends of one range, by the names of their fields. */
const ranges: Range[] = targets.flatMap((target) => {
	const dates = deepFields(target.fields)
		.filter(([, { type }]) => type === 'dateTime')
		.map(([path]) => path);
	const starts = dates.filter((path) => isStart.test(nameOf(path)));
	return starts.map((start) => {
		const rest = nameOf(start).replace(startsWith, '').toLowerCase();
		const end = dates.find(
			(path) =>
				isEnd.test(nameOf(path)) &&
				nameOf(path)
					.toLowerCase()
					.replace(/end$|^end|until|to$/, '') === rest,
		);
		if (!end) throw new Error(`${titleOf(target)}: ${start} has no end`);
		return { title: `${titleOf(target)}, ${start} to ${end}`, target, start, end };
	});
});

test('there are ranges in the forms of several vendors', () => {
	expect(new Set(ranges.map(({ target }) => target.subject.name)).size).toBeGreaterThan(1);
	expect(ranges.length).toBeGreaterThanOrEqual(5);
});

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

interface Night {
	from: string;
	to: string;
}

/** What goes out for each of these nights, in milliseconds. */
async function asked({ target, start, end }: Range, nights: Night[], zone: string) {
	const { subject, fields, smallest } = target;
	const dates = merged(
		placed(fields, start.split('.'), '={{ $json.from }}'),
		placed(fields, end.split('.'), '={{ $json.to }}'),
	);
	const parameters = withoutWaits(
		merged(merged(smallest.parameters, { options: { concurrency: 1 } }), dates) as Parameters,
	);
	const answer = smallest.exchanges[0]![1];
	const supplies = { ...smallest.supplies, getTimezone: () => zone };
	const rowsOf = async (rows: Night[]) => {
		const exchanges: Exchange[] = rows.map((_row) => [smallest.exchanges[0]![0], answer]);
		const seen = await run(subject, {
			...{ parameters, supplies, exchanges },
			rows: rows as unknown as IDataObject[],
		});
		expect(seen.message).toBe('');
		return seen.sent;
	};
	// What waits for a delivery takes one row a run.
	const isAlone = titleOf(target).includes('AndWait');
	const batches = isAlone ? nights.map((night) => [night]) : [nights];
	const sent = [];
	for (const batch of batches) sent.push(...(await rowsOf(batch)));
	return sent.map(({ qs, body }) => {
		const moments = JSON.stringify([qs, body]).match(MOMENT) ?? [];
		expect(moments).toHaveLength(2);
		return moments.map((moment) => Date.parse(moment)).toSorted((a, b) => a - b);
	});
}

describe.each(ranges)('$title', (range) => {
	test.each(years)(
		'nightly runs in %s over %i ask for each millisecond once, as luxon counts days',
		async (zone, year) => {
			const days = Array.from({ length: 366 }, (_day, n) =>
				DateTime.fromObject({ year }, { zone: 'utc' }).plus({ days: n }).toISODate()!,
			);
			const luxon = days.map((day) => DateTime.fromISO(day, { zone }));
			const wanted = luxon.map((day) => [
				day.startOf('day').toMillis(),
				day.endOf('day').toMillis(),
			]);
			for (const [at, [from]] of wanted.entries()) {
				if (at > 0) expect(from).toBe(wanted[at - 1]![1]! + 1);
			}
			const typed = days.map((day) => ({ from: day, to: day }));
			expect(await asked(range, typed, zone)).toEqual(wanted);
			const byExpression = luxon.map((day) => ({
				from: day.startOf('day').toISO()!,
				to: day.endOf('day').toISO()!,
			}));
			expect(await asked(range, byExpression, zone)).toEqual(wanted);
		},
	);
});
