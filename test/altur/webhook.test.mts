import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { eventNames } from '../../nodes/Altur/webhook.ts';
import * as webhook from '../../nodes/Altur/webhook.ts';
import { signed } from './attacks.mts';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;
const good = signed('{}');
const hex = 'a'.repeat(64);
const requestWith = (parts: object) => ({ headers: {}, ...parts }) as unknown as Request;

describe('the key that signatures are made with', () => {
	test('is the decoded secret, or for hex its text, without the spaces around it', () => {
		expect(webhook.signingKey(' c2VjcmV0\n', 'base64')).toEqual(Buffer.from('secret'));
		expect(webhook.signingKey(' señal\n', 'hex')).toEqual(Buffer.from('señal', 'utf8'));
	});

	test.each(['', ' ', '§c2VjcmV0', 'c2Vj cmV0', 'c2VjcmV0===', '='])(
		'is missing where the secret is %j',
		(secret) => expect(webhook.signingKey(secret, 'base64')).toBeUndefined(),
	);
});

describe('the signature that a request shows', () => {
	const shown = (value: unknown, format: webhook.SignatureFormat = 'base64') =>
		webhook.signatureIn(requestWith({ headers: { 'x-altur-signature': value } }), format);

	test('is found with and without the separate lines of newer versions of Node', () => {
		expect(shown(good)).toBe(good);
		const lines = { headersDistinct: { 'x-altur-signature': [good] } };
		expect(webhook.signatureIn(requestWith(lines), 'base64')).toBe(good);
		expect(shown(hex, 'hex')).toBe(hex);
	});

	test.each([undefined, [], [good, good], `x${good}`, `${good}x`, [['x']]])(
		'is none in %j',
		(value) => expect(shown(value)).toBeUndefined(),
	);

	test.each([`a${hex}`, `${hex}a`, hex.toUpperCase(), good])('is none for hex in %j', (value) =>
		expect(shown(value, 'hex')).toBeUndefined(),
	);

	test('is none where the header is missing, also beside other separate lines', () => {
		expect(webhook.signatureIn(requestWith({}), 'base64')).toBeUndefined();
		expect(webhook.signatureIn(requestWith({ headersDistinct: {} }), 'base64')).toBeUndefined();
	});
});

const deep = `{"a":${'['.repeat(300)}${']'.repeat(300)}}`;

test.each(['', '{"a":', '[]', 'null', '5', '"text"', deep])('a body of %j is no event', (text) =>
	expect(webhook.eventIn(requestWith({ rawBody: Buffer.from(text) }))).toBeUndefined(),
);

describe('an event that is wanted', () => {
	const changed = (data: unknown): IDataObject =>
		({ event_type: 'campaign.status_changed', data }) as IDataObject;

	test('is one of the three where none is chosen, and nothing else', () => {
		expect(eventNames).toEqual([
			'on_call_end',
			'campaign.status_changed',
			'campaign.cycle_completed',
		]);
		for (const event_type of eventNames)
			expect(webhook.isWanted({ event_type }, [], [])).toBe(true);
		for (const event_type of ['other', '', undefined, null, 5, ['on_call_end']])
			expect(webhook.isWanted({ event_type } as IDataObject, [], [])).toBe(false);
	});

	test('is one of the chosen where some are', () => {
		expect(webhook.isWanted({ event_type: 'other' }, ['other'], [])).toBe(true);
		expect(webhook.isWanted({ event_type: 'on_call_end' }, ['other'], [])).toBe(false);
	});

	test.each([undefined, null, 'text', {}, { campaign: null }, { campaign: 'active' }])(
		'is none with statuses where the data are %j',
		(data) => expect(webhook.isWanted(changed(data), [], ['active'])).toBe(false),
	);

	test('is one with the status, and any other event whatever the statuses', () => {
		expect(webhook.isWanted(changed({ campaign: { status: 'active' } }), [], ['active'])).toBe(
			true,
		);
		expect(webhook.isWanted({ event_type: 'on_call_end' }, [], ['active'])).toBe(true);
	});
});
