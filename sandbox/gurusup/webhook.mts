import { request } from 'undici';
import { Latest } from '../shared/latest.mts';
import type { Message } from './threads.mts';

/** One attempt to deliver an event. */
export interface Delivery {
	url: string;
	body: string;
	/** The status answered, or why there was none. */
	outcome: number | string;
	/** What the receiver answered. */
	answer: string;
}

const patienceMs = 30_000;
const keptDeliveries = 20_000;

/** The event's JSON and the name of its type are not documented: this shape is an assumption of ours. */
export const sendMessageEvent = (data: Message): Record<string, unknown> => ({
	event: 'send_message',
	data: { ...data },
});

/** The one address an organisation can set, called with its key. Repeats are not documented: none here. */
export class Webhook {
	url = '';
	deliveries: Delivery[] = [];
	readonly latest = new Latest<Delivery>();
	key: string;

	constructor(key: string) {
		this.key = key;
	}

	/** Sends a message to the user, by way of the receiving platform. */
	emit(message: Message): void {
		const body = JSON.stringify(sendMessageEvent(message));
		// The answer to POST /messages leaves first.
		setImmediate(() => void this.attempt(this.url, body, [this.key]));
	}

	/** One delivery; each key is a header line of its own. */
	async attempt(
		url: string,
		body: string,
		keys: string[],
		contentType = 'application/json',
	): Promise<Delivery> {
		const delivery: Delivery = { url, body, outcome: 'under way', answer: '' };
		if (this.deliveries.length < keptDeliveries) this.deliveries.push(delivery);
		this.latest.add(delivery);
		const shown = keys.flatMap((key) => ['x-api-key', key]);
		try {
			const answer = await request(url, {
				method: 'POST',
				body,
				headers: ['content-type', contentType, ...shown],
				signal: AbortSignal.timeout(patienceMs),
			});
			delivery.answer = await answer.body.text();
			delivery.outcome = answer.statusCode;
		} catch (error) {
			delivery.outcome = error instanceof Error ? error.message : String(error);
		}
		return delivery;
	}
}
