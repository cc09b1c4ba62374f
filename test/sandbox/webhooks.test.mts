import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alturWebhookSecret } from '../../sandbox/altur/address.mts';
import { openLab, reserved, until } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

interface Received {
	signature: string;
	raw: Buffer;
	event: {
		event_type: string;
		event_id?: string;
		status?: string;
		phone_number_to?: string;
		campaign_user?: unknown;
		transcript?: unknown[];
		data?: {
			campaign: { status: string; previous_status: string | null };
			analytics?: Record<string, number>;
			cycle_iteration?: number;
			next_cycle_at?: string | null;
		};
	};
}

describe('a webhook of the sandbox', () => {
	let lab: Lab;
	const received: Received[] = [];
	let answers: number[] = [];
	const listener = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const raw = Buffer.concat(parts);
			const event = JSON.parse(raw.toString()) as Received['event'];
			received.push({ signature: String(request.headers['x-altur-signature']), raw, event });
			response.writeHead(answers.shift() ?? 200).end();
		});
	});
	let url = '';
	beforeAll(async () => {
		await new Promise<void>((resume) => listener.listen(0, '127.0.0.1', resume));
		url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`;
		lab = await openLab();
	});
	beforeEach(async () => {
		lab.sandbox.reset();
		received.length = 0;
		answers = [];
		lab.sandbox.set({ speed: 2_000 });
		await lab.control('POST', 'altur/webhook', { url });
	});
	afterAll(async () => {
		await lab.sandbox.close();
		listener.close();
		listener.closeAllConnections();
	});

	const signedWith = (raw: Buffer): string =>
		createHmac('sha256', Buffer.from(alturWebhookSecret, 'base64')).update(raw).digest('base64');

	it('tells the end of a call once, signed over the bytes', async () => {
		await lab.call('+525512345678', { end_user_display_name: 'Ana Muñoz' });
		await until('the call’s end is told', () => received.length > 0);
		const [{ event, raw, signature }] = received as [Received];
		expect(event).toMatchObject({
			event_type: 'on_call_end',
			status: 'ended',
			phone_number_to: '+525512345678',
			answered_by: 'human',
			campaign_user: null,
			recording_url: expect.stringContaining(`${lab.sandbox.url}/altur/api/v1.0/call/cll_`),
		});
		expect(event.transcript?.length).toBeGreaterThan(1);
		expect(signature).toBe(signedWith(raw));
		await new Promise((resume) => setTimeout(resume, 50));
		expect(received).toHaveLength(1);
	});

	it('tells the end of a call that a test hung up', async () => {
		const { body } = await lab.call(reserved('006'));
		await lab.control('POST', `altur/calls/${body.id}/end`);
		await until('it is told', () => received.length === 1);
		expect(received[0]?.event.status).toBe('ended');
	});

	it('is repeated until it is answered 200, at most five times', async () => {
		lab.sandbox.set({ speed: 100_000 });
		answers = [500, 202, 404];
		await lab.call(reserved('001'));
		await until('it was sent four times', () => received.length === 4);
		expect(new Set(received.map(({ raw }) => raw.toString())).size).toBe(1);
		received.length = 0;
		answers = Array.from({ length: 20 }, () => 500);
		await lab.call(reserved('001'));
		await until('it was given up', () => received.length === 6);
		await new Promise((resume) => setTimeout(resume, 50));
		expect(received).toHaveLength(6);
		const { text } = await lab.control('GET', 'altur/deliveries');
		expect(text).toContain('"attempt":6');
	});

	it('can be signed as an older page of the vendor says', async () => {
		await lab.control('POST', 'altur/webhook', { format: 'hex' });
		await lab.control('POST', 'altur/events', {});
		const [{ raw, signature }] = received as [Received];
		const expected = createHmac('sha256', alturWebhookSecret).update(raw).digest('hex');
		expect(signature).toBe(expected);
	});

	it('can be sent on demand: doubled, with a wrong signature, none, or any body', async () => {
		await lab.control('POST', 'altur/events', { event: 'campaign.status_changed', times: 3 });
		expect(new Set(received.map(({ event }) => event.event_id)).size).toBe(1);
		expect(received).toHaveLength(3);
		received.length = 0;
		await lab.control('POST', 'altur/events', { signature: 'wrong' });
		await lab.control('POST', 'altur/events', { signature: 'none' });
		await lab.control('POST', 'altur/events', { signature: 'abc' });
		const [wrong, none, own] = received as [Received, Received, Received];
		expect(wrong.signature).not.toBe(signedWith(wrong.raw));
		expect([none.signature, own.signature]).toEqual(['undefined', 'abc']);
		const rawBody = '{ "event_type": "on_call_end",  "n": 1.0, "name": "Sof\\u00eda ñ 😀" }';
		await lab.control('POST', 'altur/events', { rawBody });
		const last = received.at(-1);
		expect(last?.raw.toString()).toBe(rawBody);
		expect(last?.signature).toBe(signedWith(Buffer.from(rawBody)));
	});

	it('may write accents as escapes', async () => {
		await lab.control('POST', 'altur/webhook', { asciiOnly: true });
		await lab.control('POST', 'altur/events', {});
		const [{ raw, signature }] = received as [Received];
		expect(raw.toString()).toContain('Mu\\u00f1oz');
		expect(signature).toBe(signedWith(raw));
	});

	it('is sent for the wanted events only', async () => {
		await lab.control('POST', 'altur/webhook', { events: ['campaign.status_changed'] });
		await lab.call(reserved('001'));
		await lab.ask('POST', '/campaigns/1001/activate');
		await until('the campaign finished', () => received.length === 2);
		expect(received.map(({ event }) => event.data?.campaign)).toMatchObject([
			{ status: 'active', previous_status: 'pending' },
			{ status: 'finished', previous_status: 'active' },
		]);
	});
});
