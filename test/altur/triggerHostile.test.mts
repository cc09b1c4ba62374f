import fc from 'fast-check';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { alturWebhookSecret } from '../../sandbox/altur/address.mts';
import { signatureOf } from '../../sandbox/altur/signature.mts';
import { attacks as strangers, eventOf } from './attacks.mts';
import { alturTriggerForTests, events, signedByOpenssl } from './triggerHost.mts';

const { deliver, set, started } = alturTriggerForTests();
const body = Buffer.from('{"event_type":"on_call_end","id":"cll_1","content":"Sí, ¿quién es?"}');
const good = signedByOpenssl(body);
const hex = signedByOpenssl(body, 'hex');
const name = 'X-Altur-Signature';
const refused = { status: 401, text: '' };
const header = (value: string): Array<[string, string]> => [[name, value]];

const attacks: Array<[string, Array<[string, string]>]> = [
	['no signature', []],
	['an empty signature', header('')],
	['the signature twice', [...header(good), ...header(good)]],
	['a wrong one and the right one', [...header('x'), ...header(good)]],
	['the right one and a wrong one', [...header(good), ...header('x')]],
	['two in one line', header(`${good}, ${good}`)],
	['no padding', header(good.replace(/=+$/, ''))],
	['more padding', header(`${good}=`)],
	['the alphabet for URLs', header(`${good.slice(0, 5)}-${good.slice(6)}`)],
	['other letter case', header(good.toLowerCase())],
	['hex where base64 is expected', header(hex)],
	['the digest in hex', header(Buffer.from(good, 'base64').toString('hex'))],
	['a prefix', header(`sha256=${good}`)],
	[
		'another header',
		[
			['X-Altur-Signature-256', good],
			['X-Hub-Signature', good],
		],
	],
	['the secret itself', header(alturWebhookSecret)],
	['the signature of no body', header(signedByOpenssl(Buffer.alloc(0)))],
	['an empty key', header(signatureOf(body, '', 'base64'))],
	['a very long one', header('A'.repeat(12_000))],
];

test.each(attacks)('%s is refused with 401 and without a word', async (_what, headers) => {
	expect(await deliver(body, headers)).toEqual(refused);
	expect(started()).toEqual([]);
});

test('the name of the header is of any case', async () => {
	expect(await deliver(body, [['x-ALTUR-signature', good]])).toMatchObject({ status: 200 });
});

test('no flipped bit in body or signature comes in', async () => {
	const flipped = (bytes: Buffer, bit: number): Buffer => {
		const copy = Buffer.from(bytes);
		copy[Math.floor(bit / 8) % copy.length] ^= 1 << (bit % 8);
		return copy;
	};
	await fc.assert(
		fc.asyncProperty(fc.nat(), fc.boolean(), async (bit, inBody) => {
			const sent = inBody ? flipped(body, bit) : body;
			const digest = Buffer.from(good, 'base64');
			const signature = inBody ? good : flipped(digest, bit).toString('base64');
			const { status } = await deliver(sent, header(signature));
			// n8n itself answers a body that is no JSON any more with 422.
			return status === 401 || (inBody && status === 422);
		}),
		{ numRuns: 300 },
	);
	expect(started()).toEqual([]);
});

test('a body that reads the same but has other bytes is refused', async () => {
	for (const other of [`${body} `, body.toString().replace('í', '\\u00ed')]) {
		expect(await deliver(other, header(good))).toEqual(refused);
	}
});

test('hex: base64, other case and a key that was decoded are refused', async () => {
	set({ parameters: { events, options: { signatureFormat: 'hex' } } });
	const decoded = Buffer.from(good, 'base64').toString('hex');
	for (const signature of [good, hex.toUpperCase(), decoded, hex.slice(0, -2)]) {
		expect(await deliver(body, header(signature))).toEqual(refused);
	}
	expect(await deliver(body, header(hex))).toMatchObject({ status: 200 });
});

test.each<ICredentialDataDecryptedObject | undefined>([
	undefined,
	{ webhookSecret: '' },
	{ webhookSecret: '   ' },
	{ webhookSecret: '====' },
	{},
])('with the credential %j nobody comes in, whatever they sign with', async (credential) => {
	for (const format of ['base64', 'hex'] as const) {
		set({ credential, parameters: { events, options: { signatureFormat: format } } });
		if (format === 'hex' && credential?.webhookSecret === '====') continue;
		for (const secret of ['', '   ', '====', alturWebhookSecret, 'undefined']) {
			expect(await deliver(body, header(signatureOf(body, secret, format)))).toEqual(refused);
		}
	}
	expect(started()).toEqual([]);
});

test('a body of 10 MB is refused like any other', async () => {
	const huge = Buffer.from(
		JSON.stringify({ event_type: 'on_call_end', id: 'x'.repeat(10_000_000) }),
	);
	expect(await deliver(huge, header(good))).toEqual(refused);
});

test.each(['[1]', '"text"', 'null', '1'])(
	'the signed body %s, no event, starts nothing',
	async (text) => {
		const signature = signedByOpenssl(Buffer.from(text));
		expect(await deliver(text, header(signature))).toEqual({
			status: 400,
			text: JSON.stringify({ message: 'The body is not a JSON object that n8n can store' }),
		});
		expect(started()).toEqual([]);
	},
);

test('of 10,000 hostile deliveries, fifty at once, none comes in', async () => {
	const statuses: Record<number, number> = {};
	let next = 0;
	const lane = async () => {
		while (next < 10_000) {
			const index = next++;
			const event = eventOf(`cll_${index}`);
			const { body: sent = event, headers } = strangers[index % strangers.length]!(event);
			const pairs = Array.from({ length: headers.length / 2 }, (_, at): [string, string] => [
				headers[2 * at],
				headers[2 * at + 1],
			]);
			const { status } = await deliver(sent, pairs);
			statuses[status] = (statuses[status] ?? 0) + 1;
		}
	};
	await Promise.all(Array.from({ length: 50 }, lane));
	// n8n itself refuses a body that is no JSON any more with 422.
	const { 401: refusals = 0, 422: broken = 0, ...others } = statuses;
	expect(others).toEqual({});
	expect(refusals + broken).toBe(10_000);
	expect(broken).toBeLessThan(10_000 / strangers.length);
	expect(started()).toEqual([]);
}, 120_000);
