import { createHash } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { closed, wasTaken } from './response';
import type { WatchedAnswer } from './response';

/**
 * True where a trigger took this delivery before. Only for the production URL: whoever tests sends the same
 * delivery again and again. What has no identity is never a repeat.
 */
export async function isRepeat(
	context: IWebhookFunctions,
	repeats: Repeats,
	identity: string | undefined,
): Promise<boolean> {
	if (identity === undefined || context.getMode() === 'manual') return false;
	const scope = `${context.getWorkflow().id}\n${context.getNode().id}`;
	return await repeats.isRepeat(`${scope}\n${identity}`, context.getResponseObject());
}

/**
 * Remembers deliveries of a webhook. Scope: this process, shared by all triggers of one kind. Lifetime:
 * until `size` newer ones came, or the process ends. Size: one digest of 16 bytes a delivery.
 */
export class Repeats {
	private readonly size: number;
	private readonly taken = new Set<string>();
	private readonly underWay = new Map<string, Promise<void>>();

	constructor(size: number) {
		this.size = size;
	}

	/**
	 * True where this delivery was taken before; else it is the caller's to start. It counts as taken once
	 * it was answered 2xx, even if its sender had hung up by then: one that could not start must not be
	 * swallowed. While another of the same key is under way this waits for its end, as long as its own sender does.
	 */
	async isRepeat(key: string, answer: WatchedAnswer): Promise<boolean> {
		const id = digest(key);
		const gone = closed(answer);
		for (let other = this.underWay.get(id); other; other = this.underWay.get(id)) {
			await Promise.race([other, gone]);
			// Nobody is there to hear what came of the other: the next delivery will.
			if (answer.closed) return true;
		}
		if (this.taken.has(id)) return true;
		const end = wasTaken(answer).then((taken) => {
			this.underWay.delete(id);
			if (taken) this.add(id);
		});
		this.underWay.set(id, end);
		return false;
	}

	private add(id: string): void {
		this.taken.delete(id);
		this.taken.add(id);
		if (this.taken.size <= this.size) return;
		const [oldest] = this.taken;
		this.taken.delete(oldest);
	}
}

/** Keys of any length take the same place. */
const digest = (key: string): string =>
	createHash('sha256').update(key).digest('base64').slice(0, 22);
