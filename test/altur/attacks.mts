import { createHmac, randomBytes } from 'node:crypto';
import { alturWebhookSecret } from '../../sandbox/altur/address.mts';

/** The right signature, or that of another secret. */
export const signed = (body: string | Buffer, secret = alturWebhookSecret): string =>
	createHmac('sha256', Buffer.from(secret, 'base64')).update(body).digest('base64');
export const eventOf = (id: string) =>
	JSON.stringify({ event_type: 'on_call_end', id, duration: 1.5, content: '¿Sí? 😀' });

export const header = 'x-altur-signature';

/** What strangers try: bodies and header lines that must not come in. */
export const attacks: Array<(body: string) => { body?: string | Buffer; headers: string[] }> = [
	() => ({ headers: [] }),
	() => ({ headers: [header, ''] }),
	(body) => ({ headers: [header, signed(`${body} `)] }),
	(body) => ({ headers: [header, signed(body, 'AAAA')] }),
	(body) => ({ headers: [header, createHmac('sha256', '').update(body).digest('base64')] }),
	(body) => ({ headers: [header, signed(body), header, signed(body)] }),
	(body) => ({ headers: [header, signed(body).replace(/=+$/, '')] }),
	(body) => ({ headers: [header, signed(body).toLowerCase()] }),
	(body) => ({ headers: [header, Buffer.from(signed(body), 'base64').toString('hex')] }),
	(body) => ({ headers: [header, `sha256=${signed(body)}`] }),
	(body) => ({ headers: ['x-hub-signature', signed(body)] }),
	(body) => ({ body: `${body}\n`, headers: [header, signed(body)] }),
	(body) => ({ body: body.replace('1.5', '1.50'), headers: [header, signed(body)] }),
	(body) => ({
		headers: [header, flipped(Buffer.from(signed(body), 'base64')).toString('base64')],
	}),
	(body) => ({ body: flipped(Buffer.from(body)), headers: [header, signed(body)] }),
	(body) => ({ headers: [header, 'A'.repeat(8_000), 'x-altur', signed(body)] }),
	() => ({ headers: [header, randomBytes(32).toString('base64')] }),
	() => ({ headers: [header, alturWebhookSecret] }),
];

function flipped(bytes: Buffer): Buffer {
	bytes[Math.floor(Math.random() * bytes.length)] ^= 1 << Math.floor(Math.random() * 8);
	return bytes;
}
