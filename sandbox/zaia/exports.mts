import { Latest } from '../shared/latest.mts';
import { exportFile } from './exportFiles.mts';
import type { ExportFormat } from './exportFiles.mts';
import type { ChatMessage } from './conversations.mts';

/** How exports are delivered; what the vendor does is not documented. */
export interface ExportSettings {
	/** beforeAnswer: the callback comes first, the answer later; held: nothing until `deliver`. */
	when: 'later' | 'beforeAnswer' | 'held';
	delayMs: number;
	/** How long the answer takes where the callback comes first. */
	answerDelayMs: number;
	format: ExportFormat;
	/** Fills the file up by this many bytes. */
	bytes: number;
	/** How often the same file is sent. */
	times: number;
	/** At most this many messages in a file. */
	mostMessages: number;
}

/** An export that was asked for. */
export interface AskedExport {
	callbackUrl: string;
	rangeStart: string | null;
	rangeEnd: string | null;
	language: string;
}

/** One attempt to deliver a file. */
export interface ExportDelivery {
	callbackUrl: string;
	contentType: string;
	bytes: number;
	/** The status answered, or why there was none. */
	outcome: number | string;
	answer: string;
}

const defaults = (): ExportSettings => ({
	when: 'later',
	// A busy n8n takes a while to store the pause, and a file that comes earlier is turned away.
	delayMs: 2_000,
	answerDelayMs: 300,
	format: 'json',
	bytes: 0,
	times: 1,
	mostMessages: 50,
});

/** Makes the files and posts them to whoever asked. */
export class Exports {
	settings = defaults();
	asked: AskedExport[] = [];
	deliveries: ExportDelivery[] = [];
	readonly latestAsked = new Latest<AskedExport>();
	readonly latestDelivered = new Latest<ExportDelivery>();
	private timers = new Set<NodeJS.Timeout>();
	private readonly messages: () => ChatMessage[];

	constructor(messages: () => ChatMessage[]) {
		this.messages = messages;
	}

	start(asked: AskedExport): void {
		this.asked.push(asked);
		this.latestAsked.add(asked);
		const { when, delayMs } = this.settings;
		if (when === 'held') return;
		const timer = setTimeout(
			() => {
				this.timers.delete(timer);
				void this.deliver(asked);
			},
			when === 'beforeAnswer' ? 0 : delayMs,
		).unref();
		this.timers.add(timer);
	}

	async deliver(asked: AskedExport): Promise<ExportDelivery[]> {
		const { format, bytes, times } = this.settings;
		const { contentType, body, fileName } = exportFile(this.inRange(asked), format, bytes);
		const headers = new Headers({ 'content-type': contentType });
		if (fileName) headers.set('content-disposition', `attachment; filename="${fileName}"`);
		const made: ExportDelivery[] = [];
		for (let time = 0; time < times; time += 1) {
			const { callbackUrl } = asked;
			const delivery = {
				callbackUrl,
				contentType,
				bytes: body.length,
				outcome: 'under way',
				answer: '',
			};
			this.deliveries.push(delivery);
			this.latestDelivered.add(delivery);
			made.push(delivery);
			await post(delivery, headers, body);
		}
		return made;
	}

	stop(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}

	private inRange({ rangeStart, rangeEnd }: AskedExport): ChatMessage[] {
		const from = rangeStart === null ? -Infinity : Date.parse(rangeStart);
		const to = rangeEnd === null ? Infinity : Date.parse(rangeEnd);
		const found = this.messages().filter(({ createdAt }) => {
			const at = Date.parse(createdAt);
			return at >= from && at <= to;
		});
		return found.slice(0, this.settings.mostMessages);
	}
}

async function post(delivery: ExportDelivery, headers: Headers, body: Buffer): Promise<void> {
	try {
		const signal = AbortSignal.timeout(60_000);
		const sent = { method: 'POST', headers, body: new Uint8Array(body), signal };
		const response = await fetch(delivery.callbackUrl, { ...sent, redirect: 'manual' });
		delivery.answer = (await response.text()).slice(0, 2_000);
		Object.assign(delivery, { outcome: response.status });
	} catch (error) {
		Object.assign(delivery, { outcome: error instanceof Error ? error.message : String(error) });
	}
}
