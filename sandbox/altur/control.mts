import type { Account } from './account.mts';
import type { CallStatus } from './callScript.mts';
import type { Campaign, CampaignStatus } from './campaigns.mts';
import { sampleEvent } from './sampleEvents.mts';
import { signatureOf } from './signature.mts';
import type { Delivery, WebhookSettings } from './webhooks.mts';
import { bodyOf } from './webhooks.mts';

/** An event to send on demand. */
export interface EventOrder {
	/** A sample of this event is sent. */
	event?: string;
	/** Replaces or adds to the sample's top-level properties. */
	payload?: Record<string, unknown>;
	/** These exact characters instead of any JSON made here. */
	rawBody?: string;
	/** How often the same bytes go out, one after the other. */
	times?: number;
	/** valid, wrong (of another body), none, base64, hex; any other text is sent as it is. */
	signature?: string;
	/** Instead of the addresses that were set. */
	url?: string;
}

/** What tests may do to Altur behind its API. */
export interface AlturControl {
	/** Changes where and how events are delivered; `url` is short for one of `urls`. */
	setWebhook(settings: Partial<WebhookSettings> & { url?: string }): WebhookSettings;
	deliveries(): Delivery[];
	/** Sends an event now and answers what became of it; without retries. */
	send(order: EventOrder): Promise<Delivery[]>;
	/** Hangs up; false if there is no such call. */
	endCall(id: string, status?: CallStatus): boolean;
	/** Blocks a thread or turns its agent off; false if there is no such thread. */
	setThread(id: string, change: { active?: boolean; blocked?: boolean }): boolean;
	/** Puts a campaign in a status, whatever it was before; false if there is none. */
	setCampaign(id: number, status: CampaignStatus): boolean;
}

function signed(body: Buffer, order: EventOrder, settings: WebhookSettings): string | null {
	const { secret, format } = settings;
	const { signature = 'valid' } = order;
	if (signature === 'none') return null;
	if (signature === 'valid') return signatureOf(body, secret, format);
	if (signature === 'wrong') return signatureOf(Buffer.from('{}'), secret, format);
	if (signature === 'base64' || signature === 'hex') return signatureOf(body, secret, signature);
	return signature;
}

/** The control of one account, which may be replaced by a reset. */
export function alturControl(account: () => Account): AlturControl {
	return {
		setWebhook({ url, ...settings }) {
			const { webhooks } = account();
			const urls = settings.urls ?? (url === undefined ? webhooks.settings.urls : [url]);
			Object.assign(webhooks.settings, settings, { urls: urls.filter(Boolean) });
			return webhooks.settings;
		},
		deliveries: () => account().webhooks.deliveries,
		async send(order) {
			const { webhooks } = account();
			const event = { ...sampleEvent(order.event ?? 'on_call_end'), ...order.payload };
			const made = bodyOf(event, webhooks.settings.asciiOnly);
			const body = order.rawBody === undefined ? made : Buffer.from(order.rawBody);
			const signature = signed(body, order, webhooks.settings);
			const deliveries: Delivery[] = [];
			for (let time = 0; time < (order.times ?? 1); time += 1) {
				for (const url of order.url ? [order.url] : webhooks.settings.urls) {
					const eventType = String(event.event_type);
					deliveries.push(await webhooks.attempt(url, { eventType, body, signature }));
				}
			}
			return deliveries;
		},
		endCall(id, status = 'ended') {
			const { calls, callEnds } = account();
			const call = calls.find(id);
			if (!call) return false;
			calls.end(call, status);
			callEnds.report(call);
			return true;
		},
		setThread(id, { active, blocked }) {
			const thread = account().threads.find(id);
			if (!thread) return false;
			thread.active = active ?? thread.active;
			thread.blocked = blocked ?? thread.blocked;
			return true;
		},
		setCampaign(id, status) {
			const { campaigns, runs } = account();
			const campaign: Campaign | undefined = campaigns.find(id);
			if (campaign) runs.setStatus(campaign, status);
			return campaign !== undefined;
		},
	};
}
