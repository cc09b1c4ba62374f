import type { IDataObject } from 'n8n-workflow';
import { identityOf } from '../../nodes/Altur/identity.ts';

/** What identifies an event, from its JSON text or an object that becomes one. */
const identity = (event: object | string) => {
	const raw = typeof event === 'string' ? event : JSON.stringify(event);
	return identityOf(JSON.parse(raw) as IDataObject, Buffer.from(raw));
};
const ended = (more: object = {}) => ({ event_type: 'on_call_end', id: 'cll_b', ...more });

test('is its event_id, and the id of a call that ended, each under the kind of event', () => {
	const id = 'x';
	const kinds = [
		{ event_type: 'on_call_end', id },
		{ event_type: 'campaign.status_changed', event_id: id },
		{ event_type: 'campaign.cycle_completed', event_id: id },
	];
	expect(new Set(kinds.map(identity)).size).toBe(3);
	expect(identity(ended({ event_id: 'y' }))).toBe(identity(ended({ event_id: 'y', id: 'z' })));
});

test.each([5, 0, -1, 2 ** 60, 1.5])('is a number as well as a text: %d', (id) => {
	expect(identity(ended({ id }))).toBeDefined();
	expect(identity(ended({ id }))).not.toBe(identity(ended({ id: String(id) })));
	expect(identity({ event_type: 'campaign.status_changed', event_id: id })).toBeDefined();
});

test('keeps all digits of a number that JavaScript cannot hold', () => {
	const events = [0, 1, 2].map((last) => `{"event_type":"a","event_id":136328593942309273${last}}`);
	expect(new Set(events.map(identity)).size).toBe(3);
});

test.each(['', ' ', null, {}, [], true])(
	'is the id of the call where event_id is %j',
	(eventId) => {
		expect(identity(ended({ event_id: eventId }))).toBeDefined();
		const other = { ...ended({ event_id: eventId }), id: 'cll_c' };
		expect(identity(other)).not.toBe(identity(ended({ event_id: eventId })));
	},
);

test.each([
	{ event_type: 'campaign.status_changed', id: 'of the campaign' },
	{ event_type: 'campaign.status_changed', event_id: '' },
	{ event_type: 'campaign.status_changed', event_id: { a: 1 } },
	{ event_type: 'on_call_end' },
	{ event_type: 'on_call_end', id: '' },
	{ event_type: 'on_call_end', id: null },
	{ event_type: 'on_call_end', id: ['x'] },
])('is nothing in %j', (event) => expect(identity(event)).toBeUndefined());

describe('a later event of the same call', () => {
	const bare = ended({
		status: 'ended',
		transcript: [],
		recording_url: '',
		end_user: { tags: [] },
	});

	test.each([
		{ transcript: [{ content: 'Hola' }] },
		{ recording_url: 'https://api.altur.io/r' },
		{ end_user: { tags: ['payment_promise'] } },
		{ end_user: { tags: [], extracted_data: { 'Payment Amount': '1200' } } },
		{ duration: 45 },
		{ status: 'busy' },
		{ answered_by: 'human' },
	])('is none of an earlier one where it says more: %j', (more) => {
		expect(identity({ ...bare, ...more })).not.toBe(identity(bare));
	});

	test.each([
		[
			'the order of its fields',
			(event: object) => Object.fromEntries(Object.entries(event).reverse()),
		],
		['an address made anew', (event: object) => ({ ...event, recording_url: 'https://x/?sig=2' })],
		['another empty value', (event: object) => ({ ...event, extra: null })],
		['another time', (event: object) => ({ ...event, ended_at: '2026-01-05T10:00:01Z' })],
	])('is a repeat in spite of %s', (_what, change) => {
		const full = ended({
			...{ status: 'ended', answered_by: 'human', recording_url: 'https://x/?sig=1' },
			...{ ended_at: '2026-01-05T10:00:00Z', transcript: [{ content: 'Hola' }], extra: '' },
		});
		expect(identity(change(full))).toBe(identity(full));
	});

	test('of any depth has an identity', () => {
		const nested = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
		expect(identity(`{"event_type":"on_call_end","id":"x","a":${nested(3_000)}}`)).toBeDefined();
	});
});
