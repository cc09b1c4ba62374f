import { Latest } from '../shared/latest.mts';
import { alturWebhookSecret } from './address.mts';
import { signatureOf } from './signature.mts';
import type { SignatureFormat } from './signature.mts';
import type { WebhookEvent } from './webhookEvents.mts';

/** Where events go and how they are signed. */
export interface WebhookSettings {
	/** No address: nothing is sent. */
	urls: string[];
	secret: string;
	format: SignatureFormat;
	/** Names of events to send; all if empty. */
	events: string[];
	/** Writes non-ASCII characters as \\uXXXX, as Python's json does. */
	asciiOnly: boolean;
}

/** One attempt to deliver an event. */
export interface Delivery {
	url: string;
	eventType: string;
	attempt: number;
	body: string;
	signature: string | null;
	/** The status answered, or why there was none. */
	outcome: number | string;
}

/** Something to deliver, already signed. */
export interface SignedEvent {
	eventType: string;
	body: Buffer;
	signature: string | null;
}

const mostRetries = 5;
const firstPauseMs = 10_000;
const patienceMs = 10_000;
const keptDeliveries = 20_000;

const defaults = (): WebhookSettings => ({
	urls: [],
	secret: alturWebhookSecret,
	format: 'base64',
	events: [],
	asciiOnly: false,
});

/** Compact JSON, as the signature is made over. */
export function bodyOf(event: unknown, asciiOnly: boolean): Buffer {
	const text = JSON.stringify(event);
	const escaped = (letter: string): string =>
		`\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
	return Buffer.from(asciiOnly ? text.replace(/[\u0080-\uffff]/g, escaped) : text);
}

/** Sends events until they are answered 200, at most five times more than once. */
export class Webhooks {
	settings = defaults();
	deliveries: Delivery[] = [];
	readonly latest = new Latest<Delivery>();
	private timers = new Set<NodeJS.Timeout>();
	private readonly speed: () => number;

	constructor(speed: () => number) {
		this.speed = speed;
	}

	isWanted(eventType: string): boolean {
		const { urls, events } = this.settings;
		return urls.length > 0 && (events.length === 0 || events.includes(eventType));
	}

	/** Sends an event of the account to every address. */
	emit(event: WebhookEvent): void {
		if (!this.isWanted(event.event_type)) return;
		const { urls, secret, format, asciiOnly } = this.settings;
		const body = bodyOf(event, asciiOnly);
		const signed = {
			eventType: event.event_type,
			body,
			signature: signatureOf(body, secret, format),
		};
		for (const url of urls) void this.deliver(url, signed, 1);
	}

	/** One attempt; those that fail are repeated later, in the vendor's accelerated time. */
	private async deliver(url: string, event: SignedEvent, attempt: number): Promise<void> {
		const { outcome } = await this.attempt(url, event, attempt);
		if (outcome === 200 || attempt > mostRetries) return;
		const pause = (firstPauseMs * 2 ** (attempt - 1)) / this.speed();
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			void this.deliver(url, event, attempt + 1);
		}, pause).unref();
		this.timers.add(timer);
	}

	async attempt(url: string, event: SignedEvent, attempt = 1): Promise<Delivery> {
		const { eventType, body, signature } = event;
		const delivery: Delivery = {
			url,
			eventType,
			attempt,
			body: body.toString(),
			signature,
			outcome: 'under way',
		};
		if (this.deliveries.length < keptDeliveries) this.deliveries.push(delivery);
		this.latest.add(delivery);
		const headers = new Headers({ 'content-type': 'application/json' });
		if (signature !== null) headers.set('x-altur-signature', signature);
		try {
			const signal = AbortSignal.timeout(patienceMs);
			const sent = { method: 'POST', headers, body: new Uint8Array(body), signal };
			const response = await fetch(url, { ...sent, redirect: 'manual' });
			await response.arrayBuffer();
			delivery.outcome = response.status;
		} catch (error) {
			delivery.outcome = error instanceof Error ? error.message : String(error);
		}
		return delivery;
	}

	stop(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}
}
