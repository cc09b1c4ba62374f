import type { IExecuteFunctions } from 'n8n-workflow';

import { create } from '../../../nodes/Altur/resources/call/create.ts';
import { get } from '../../../nodes/Altur/resources/call/get.ts';
import { vendor } from '../../../nodes/Altur/vendor.ts';
import { Failure } from '../../../nodes/shared/contract/failure.ts';
import type { FailedOutcome } from '../../../nodes/shared/contract/failure.ts';
import { hintOf } from '../../../nodes/shared/report/hint.ts';
import { badRowsError, stoppedError } from '../../../nodes/shared/report/errors.ts';
import { tally } from '../../../nodes/shared/report/tally.ts';
import type { Gate, Pass, Settled, SkipReason } from '../../../nodes/shared/contract/row.ts';

const context = {
	getNode: () => ({ name: 'Altur', type: 'altur', typeVersion: 1, position: [0, 0], id: 'n' }),
} as unknown as IExecuteFunctions;

const placed = (index: number): Settled => ({
	index,
	phoneNumber: `+5255${index}`,
	result: { items: [{ json: { id: `cll_${index}` } }] },
});
const failed = (index: number, outcome: FailedOutcome): Settled => ({
	index,
	phoneNumber: `+5255${index}`,
	result: { failure: new Failure(outcome, `It was ${outcome}.`, `Advice on ${outcome}.`) },
});
const many = (count: number, make: (index: number) => Settled, from = 0) =>
	Array.from({ length: count }, (_row, index) => make(from + index));

test('every way a row can end is counted and named, by ID where there is one', () => {
	const skipped: Settled = {
		index: 5,
		phoneNumber: '+52555',
		result: { pass: { outcome: 'skipped', reason: 'sameNumber', message: '' } },
	};
	const unclear: Settled = {
		index: 7,
		phoneNumber: '+52557',
		result: { pass: { outcome: 'unknown', message: '' } },
	};
	expect(
		tally([
			placed(0),
			failed(1, 'unknown'),
			failed(2, 'refused'),
			failed(3, 'failed'),
			failed(4, 'notAttempted'),
			skipped,
			{ index: 6, result: { failure: new Failure('unknown', '') } },
			unclear,
		]),
	).toEqual([
		'Done: 1 (cll_0 (+52550)).',
		'Unknown, look these up before you run them again: 3 (+52551, row 7, +52557).',
		'Refused, did not take place: 1 (+52552).',
		'Failed: 1 (+52553).',
		'Skipped: 1 (+52555).',
		'Not attempted: 1 (+52554).',
	]);
});

test.each([
	[50, /cll_49 \(\+525549\)\)\.$/],
	[51, /cll_49 \(\+525549\) and 1 more\)\.$/],
	[5_000, /cll_49 \(\+525549\) and 4950 more\)\.$/],
])('of %i rows the first 50 IDs are spelled out', (count, end) => {
	const [line] = tally(many(count, placed));
	expect(line).toMatch(new RegExp(`^Done: ${count} \\(cll_0 `));
	expect(line).toMatch(end);
	expect(line?.match(/cll_/g)).toHaveLength(50);
});

test('of many bad rows the first 50 get their reason, and every other one its row number', () => {
	const bad = many(120, (index) => failed(index, 'refused'));
	const { message, description } = badRowsError(context, bad, 300);
	expect(message).toMatch(
		/^Nothing was sent: 120 of 300 rows cannot be used\. Row 1: It was refused\. Row 2: /,
	);
	expect(message.match(/Row \d+:/g)).toHaveLength(50);
	const rest = /Likewise rows (.+)$/.exec(message)?.[1]?.split(', ').map(Number);
	expect(rest).toEqual(Array.from({ length: 70 }, (_row, index) => index + 51));
	expect(description).toContain('or set "On Error" to "Continue"');
});

test('a run that a row ended tells that row first, not one that was never attempted', () => {
	const rows = [failed(0, 'notAttempted'), failed(1, 'unknown'), placed(2)];
	const { message, description } = stoppedError(context, create, vendor, rows);
	expect(message).toBe('Row 2: It was unknown.');
	expect(description).toMatch(/^Advice on unknown\. Done: 1 \(cll_2 /);
	expect(description).toContain('a new execution starts from the first row');
	expect(description).toContain('See Altur’s own list'.replace('’', "'"));
});

test('a single row needs no row number and no count', () => {
	const { message, description } = stoppedError(context, create, vendor, [failed(0, 'refused')]);
	expect([message, description]).toEqual(['It was refused.', 'Advice on refused.']);
});

const passed = (index: number, pass: Pass): Settled => ({ index, result: { pass } });
const skipped = (reason: SkipReason): Pass => ({ outcome: 'skipped', reason, message: '' });

test('the one hint has trouble first, reasons counted, the protections, and no ID or number', () => {
	const refused = (index: number, inShort: string): Settled => ({
		index,
		phoneNumber: '+52551',
		result: { failure: new Failure('refused', `Of row ${index}`, '', 404, inShort) },
	});
	const rows = [
		...many(164, placed),
		passed(200, { outcome: 'unknown', message: '' }),
		...many(2, (index) => failed(index, 'unknown'), 201),
		...many(12, (index) => refused(index, 'bad Phone Number'), 210),
		...many(6, (index) => passed(index, skipped('outsideCallingHours')), 230),
		...many(2, (index) => refused(index, 'Agent not found (404)'), 240),
	];
	const gates: Gate[] = ['Check Only off', undefined, 'Call Once Per November'].map((inForce) => ({
		...{ inForce, look: () => undefined },
		warnings: () => (inForce === 'Check Only off' ? [] : ['Mind this.']),
	}));
	expect(hintOf(create, rows, gates)).toEqual({
		message:
			'3 unknown, look them up · 20 not called: 12 bad Phone Number, 6 outside calling hours, 2 Agent not found (404) · 164 called. Check Only off, Call Once Per November. Mind this. Mind this.',
		type: 'warning',
		location: 'outputPane',
	});
});

test('many reasons are cut to the most frequent four, and a long one is cut short', () => {
	const rows = many(9, (index) => ({
		...{ index, result: { failure: new Failure('refused', `${index % 5} ${'x'.repeat(300)}`) } },
	}));
	const { message } = hintOf(create, rows, [])!;
	expect(message).toMatch(
		/^9 not called: 2 0 x{118}, 2 1 x+, 2 2 x+, 2 3 x+, 1 for other reasons\.$/,
	);
});

test('there is a hint where calls came to different ends or a protection is to be named, else none', () => {
	expect(hintOf(create, [placed(0), failed(1, 'unknown')], [])?.message).toBe(
		'1 unknown, look it up · 1 called.',
	);
	expect(hintOf(create, [placed(0), placed(1)], [])).toBeUndefined();
	expect(hintOf(get, [placed(0), failed(1, 'failed')], [])).toBeUndefined();
	const checked = passed(0, { outcome: 'checked', message: '' });
	const gate = { inForce: 'Check Only on', look: () => undefined };
	expect(hintOf(create, [checked], [gate])).toEqual({
		message: '1 checked. Check Only on.',
		location: 'outputPane',
	});
});
