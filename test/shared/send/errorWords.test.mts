import fc from 'fast-check';

import { vendor as altur } from '../../../nodes/Altur/vendor.ts';
import { vendor as guruSup } from '../../../nodes/GuruSup/vendor.ts';
import { vendor as zaia } from '../../../nodes/Zaia/vendor.ts';
import { happeningWords } from '../../../nodes/shared/send/failures.ts';
import { errorWords } from '../../../nodes/shared/send/errorWords.ts';

test.each<[unknown, string]>([
	[
		{ phone_number_to: ['Enter a valid phone number.'] },
		'phone_number_to: Enter a valid phone number.',
	],
	[{ non_field_errors: ['Agent is paused.'] }, 'Agent is paused.'],
	[
		{ detail: [{ loc: ['body', 'agent_id'], msg: 'value is not a valid uuid', type: 'uuid' }] },
		'agent_id: value is not a valid uuid',
	],
	[{ errors: [{ field: 'agent_id', message: 'unknown agent' }] }, 'agent_id: unknown agent'],
	[{ errors: ['one', 'two'] }, 'one; two'],
	[{ errors: { name: ['is empty', 'is short'] } }, 'name: is empty; is short'],
	[
		{ error: { code: 'AGENT_DISABLED', message: 'The agent is switched off' } },
		'The agent is switched off (AGENT_DISABLED)',
	],
	[{ error: 'No' }, 'No'],
	[{ error: 'invalid_grant', error_description: 'The key has expired' }, 'The key has expired'],
	[{ title: 'Agent is switched off', status: 400 }, 'Agent is switched off'],
	[
		{ type: 'https://a.b/c', title: 'No credit', detail: 'Your balance is 3.' },
		'Your balance is 3.',
	],
	[
		{ message: 'Validation failed', errors: [{ param: 'lang', msg: 'must be es' }] },
		'Validation failed: lang: must be es',
	],
	[{ message: ['a is wrong', 'b is wrong'] }, 'a is wrong; b is wrong'],
	[{ errors: [{ source: { pointer: '/data' }, title: 'Bad', detail: 'Too long' }] }, 'Too long'],
	[{ code: 'AGENT_DISABLED' }, 'AGENT_DISABLED'],
	['Agent is switched off', 'Agent is switched off'],
	['  a\u0000b\r\nc\u202e ', 'a b c'],
	['<html><head><title>413 Too &amp; Large</title></head><body>x</body></html>', '413 Too & Large'],
	['<!DOCTYPE html><script>alert(1)</script><p>Down for <b>work</b></p>', 'Down for work'],
	['<?xml version="1.0"?><Error><Code>X</Code><Message>Denied</Message></Error>', 'Denied'],
	['{"message":"cut o', ''],
	['', ''],
	[{}, ''],
	[null, ''],
	[7, ''],
	[[null], ''],
	[{ id: 'cll_1', status: 'failed', ok: false }, ''],
])('%j says: %s', (body, said) => expect(errorWords(body)).toBe(said));

test('whatever comes: one line of bounded length, of whole characters, without marks that hide text', () =>
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.jsonValue(), fc.string()), (body) => {
			const said = errorWords(body);
			expect(said.length).toBeLessThanOrEqual(500);
			expect(said).not.toMatch(/[\p{Cc}\u202a-\u202e\u200b]/u);
			expect(said.isWellFormed()).toBe(true);
		}),
	));

test('a large answer costs little', () => {
	const bodies = [
		'<!--'.repeat(100_000),
		`<p>${'<script>'.repeat(100_000)}`,
		{ errors: Array.from({ length: 100_000 }, () => ({ message: 'x y' })) },
		Object.fromEntries(Array.from({ length: 50_000 }, (_e, at) => [`f${at}`, ['a']])),
	];
	const begun = performance.now();
	for (const body of bodies) errorWords(body);
	expect(performance.now() - begun).toBeLessThan(2_000);
});

const reason = 'the agent sleeps today';
const shapes: Array<(reason: string) => unknown> = [
	(it) => it,
	(it) => [it],
	(it) => `<h1>${it}</h1>`,
	(message) => ({ message }),
	(error) => ({ error }),
	(detail) => ({ detail }),
	(title) => ({ title, status: 400 }),
	(it) => ({ field: [it] }),
	(it) => ({ errors: [it] }),
	(message) => ({ errors: [{ field: 'a', message }] }),
	(message) => ({ error: { code: 'X', message } }),
	(msg) => ({ detail: [{ loc: ['body', 0, 'a'], msg }] }),
	(it) => ({ errors: { a: { b: [it] } } }),
	(message) => ({ error: { errors: [{ message }] } }),
	(it) => ({ message: [it] }),
	(enUs) => ({ feedback: { enUs } }),
];

test.each([altur, guruSup, zaia])('$name: whatever holds the reason, the message has it', (it) => {
	for (const shape of shapes) {
		const said = happeningWords(it, { status: 422, headers: {}, body: shape(reason) });
		expect([shape.toString(), said]).toEqual([shape.toString(), expect.stringContaining(reason)]);
	}
	for (const body of [null, {}, [], '', 5]) {
		expect(happeningWords(it, { status: 422, headers: {}, body })).toMatch(/: status 422$/);
	}
});

test("Zaia's feedback to people comes before its message to developers", () => {
	const body = { feedback: { enUs: 'Chat is closed' }, message: 'E_CHAT' };
	expect(happeningWords(zaia, { status: 400, headers: {}, body })).toContain(
		'Chat is closed (400)',
	);
});
