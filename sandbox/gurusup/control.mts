import type { Behaviour, Organisation } from './organisation.mts';
import { messageOf, seeds } from './threads.mts';
import type { Delivery } from './webhook.mts';
import { sendMessageEvent } from './webhook.mts';

/** A delivery to make on demand. */
export interface EventOrder {
	/** The JSON to send; without it, a believable *send message* event. */
	payload?: unknown;
	/** These exact characters instead of any JSON made here. */
	rawBody?: string;
	contentType?: string;
	/** How often the same bytes go out, one after the other. */
	times?: number;
	/** valid, wrong, none, empty, doubled; any other text is shown as it is. */
	key?: string;
	/** Instead of the address that was set. */
	url?: string;
}

/** What tests may do to GuruSup behind its API. */
export interface GuruSupControl {
	/** Sets where events go, and the organisation's key that they show. An empty URL turns them off. */
	setWebhook(settings: { url?: string; key?: string }): { url: string };
	/** Changes what messages bring about. */
	behave(behaviour: Partial<Behaviour>): Behaviour;
	deliveries(): Delivery[];
	/** Sends an event now and answers what became of it. */
	send(order?: EventOrder): Promise<Delivery[]>;
}

function keysOf(shown: string, key: string): string[] {
	if (shown === 'none') return [];
	if (shown === 'doubled') return [key, key];
	if (shown === 'empty') return [''];
	if (shown === 'valid') return [key];
	return [shown === 'wrong' ? 'the-key-of-somebody-else' : shown];
}

/** The control of one organisation, which may be replaced by a reset. */
export function guruSupControl(organisation: () => Organisation): GuruSupControl {
	return {
		setWebhook(settings) {
			const { webhook } = organisation();
			Object.assign(webhook, settings);
			return { url: webhook.url };
		},
		behave: (behaviour) => Object.assign(organisation().behaviour, behaviour),
		deliveries: () => organisation().webhook.deliveries,
		async send(order = {}) {
			const { webhook } = organisation();
			const { payload = sendMessageEvent(messageOf(seeds[0]!)) } = order;
			const url = order.url || webhook.url;
			const body = order.rawBody ?? JSON.stringify(payload);
			const keys = keysOf(order.key ?? 'valid', webhook.key);
			const deliveries: Delivery[] = [];
			for (let time = 0; time < (order.times ?? 1); time += 1)
				deliveries.push(await webhook.attempt(url, body, keys, order.contentType));
			return deliveries;
		},
	};
}
