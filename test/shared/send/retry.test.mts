import {
	againAfterRefusal,
	decide,
	pauseAfterRefusal,
	pauseAskedFor,
} from '../../../nodes/shared/send/retry.ts';
import type { Happening } from '../../../nodes/shared/send/effect.ts';
import type { Repeat } from '../../../nodes/shared/contract/request.ts';

const answer = (status: number, headers = {}, body: unknown = {}): Happening => ({
	status,
	headers,
	body,
});
const reset: Happening = { code: 'ECONNRESET', syscall: 'read' };
const refused: Happening = { code: 'ECONNREFUSED', syscall: 'connect' };
const again = (repeat: Repeat, happening: Happening, tries = 1) =>
	decide(repeat, happening, tries, 3, 1).again;

test.each([
	reset,
	refused,
	answer(408),
	answer(500),
	answer(502),
	answer(503),
	answer(504),
	answer(400),
	answer(401),
])('what rings a phone never goes out again after %j', (happening) =>
	expect(again('never', happening)).toBe(false),
);

const pauses = (headers = {}, inARow = 0, random = 1, maxRetries = 9) =>
	pauseAfterRefusal(answer(429, headers), inARow, maxRetries, random);

test('after "too many requests" the account pauses for as long as the vendor asks, else longer each time', () => {
	expect(pauses({ 'retry-after': '2' })).toBe(2000);
	expect([0, 1, 2, 9].map((inARow) => pauses({}, inARow))).toEqual([500, 1000, 2000, 30_000]);
	expect(pauses({}, 0, 0)).toBe(250);
	for (const other of [answer(503, { 'retry-after': '2' }), answer(200), reset])
		expect(pauseAfterRefusal(other, 0, 3, 1)).toBeUndefined();
});

test('a vendor that never lets anything in makes no pause longer than the retries of one row', () => {
	expect([0, 1, 5].map((inARow) => pauses({}, inARow, 1, 0))).toEqual([500, 500, 500]);
	expect([2, 3, 500].map((inARow) => pauses({}, inARow, 1, 3))).toEqual([2000, 4000, 4000]);
});

test('after it nothing took place, so even a call goes out again once the pause is over', () => {
	expect(againAfterRefusal(1, 1, 3)).toEqual({ again: true, afterMs: 0 });
	expect(againAfterRefusal(1, 1, 0)).toEqual({ again: false });
});

test('what the account’s crowd is refused for is no try of the row, and yet it has an end', () => {
	expect(againAfterRefusal(23, 1, 3).again).toBe(true);
	expect(againAfterRefusal(24, 1, 3).again).toBe(false);
});

test('a vendor that lets nothing in any more ends each row', () => {
	expect([1, 2, 3, 4].map((inARow) => againAfterRefusal(1, inARow, 3).again)).toEqual([
		...[true, true, true],
		false,
	]);
});

test.each([reset, refused, answer(408), answer(502), answer(503), answer(504)])(
	'a read goes out again after %j',
	(happening) => expect(again('safe', happening)).toBe(true),
);

test.each([answer(400), answer(401), answer(404), answer(409), answer(500), answer(200)])(
	'a read does not go out again after %j',
	(happening) => expect(again('safe', happening)).toBe(false),
);

test.each([reset, refused, answer(408), answer(500), answer(503)])(
	'a keyed request goes out again under its key after %j',
	(happening) => expect(again('keyed', happening)).toBe(true),
);

test('the number of repeats is bounded', () => {
	expect([1, 2, 3, 4].map((tries) => again('safe', reset, tries))).toEqual([
		true,
		true,
		true,
		false,
	]);
	expect(decide('safe', reset, 1, 0, 1).again).toBe(false);
});

test('pauses grow, and are spread by chance', () => {
	const pause = (tries: number, random: number) => {
		const decision = decide('safe', reset, tries, 99, random);
		return decision.again ? decision.afterMs : 0;
	};
	expect([1, 2, 3].map((tries) => pause(tries, 1))).toEqual([500, 1000, 2000]);
	expect(pause(1, 0)).toBe(250);
	expect(pause(50, 1)).toBe(30_000);
});

const now = Date.parse('2026-11-21T12:00:00Z');

test.each<[string, Record<string, string>, unknown, number | undefined]>([
	['seconds', { 'retry-after': '2' }, {}, 2000],
	['a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, {}, 30_000],
	['a date gone by', { 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, {}, undefined],
	['"N seconds" in the text', {}, { detail: 'Expected available in 7 seconds.' }, 7000],
	['nonsense', { 'retry-after': 'soon' }, {}, undefined],
	['a negative number', { 'retry-after': '-5' }, {}, undefined],
	['ten years', { 'retry-after': '315360000' }, {}, 300_000],
	['a number beyond all bounds', { 'retry-after': '9'.repeat(400) }, {}, undefined],
	['nothing', {}, 'Too many requests', undefined],
	['a part of a second', { 'retry-after': ' 0.0015 ' }, {}, 2],
	['seconds in a message', {}, { message: 'Wait 1.5 seconds' }, 1500],
	['one second in the text', {}, { detail: 'in 1 Second' }, 1000],
	['a detail before a message', {}, { detail: '2 seconds', message: '9 seconds' }, 2000],
	['a header before a text', { 'retry-after': '3' }, { detail: '9 seconds' }, 3000],
	['a header of no use beside a text', { 'retry-after': 'x' }, { detail: '9 seconds' }, 9000],
	['a day without a time', { 'retry-after': '2026-11-22' }, {}, undefined],
	['a number with a comma', { 'retry-after': '1,5' }, {}, undefined],
	['seconds with a unit', { 'retry-after': '5s' }, {}, undefined],
	['seconds far down in a text', {}, { detail: `${' '.repeat(500)}7 seconds` }, undefined],
	['no body', {}, undefined, undefined],
	[
		'a date in the form of RFC 850',
		{ 'retry-after': 'Saturday, 21-Nov-26 12:00:30 GMT' },
		{},
		30_000,
	],
	['a date in the form of asctime, GMT', { 'retry-after': 'Sat Nov 21 12:00:30 2026' }, {}, 30_000],
	['a date of ISO 8601', { 'retry-after': '2026-11-21T06:00:30-06:00' }, {}, 30_000],
	['a date of ISO 8601 without a zone, GMT', { 'retry-after': '2026-11-21T12:00:30' }, {}, 30_000],
	['a number with a sign', { 'retry-after': '+3' }, {}, undefined],
	['a number with a dot', { 'retry-after': '1.' }, {}, undefined],
	['words around a number', { 'retry-after': 'in 30 units' }, {}, undefined],
	['a word and a number', { 'retry-after': 'soon 5' }, { detail: '9 seconds' }, 9000],
	['a moment of the clock of computers', { 'retry-after': '1795262430' }, {}, 300_000],
])('Retry-After as %s', (_name, headers, body, expected) => {
	expect(pauseAskedFor({ status: 429, headers, body }, now)).toBe(expected);
});
