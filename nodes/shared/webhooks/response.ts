import { sleep } from 'n8n-workflow';

/** What is watched of the answer to a delivery; n8n's response object is one. */
export interface WatchedAnswer {
	statusCode: number;
	/** True once an answer was given, even to a sender that is gone. */
	writableEnded: boolean;
	/** True once the connection is of no more use. */
	closed: boolean;
	once: (event: 'close', listener: () => void) => unknown;
}

const LOOK_EVERY_MS = 250;

/** n8n may have given a delivery up without a word. */
const LONGEST_MS = 3_600_000;

/** Waits until the connection of a delivery is of no more use: it was answered, or its sender hung up. */
export async function closed(answer: WatchedAnswer): Promise<void> {
	if (!answer.closed) await new Promise<void>((resolve) => answer.once('close', resolve));
}

/**
 * True where a delivery was answered 2xx. Where the sender hung up this waits for what n8n answers all the
 * same, an hour at most: whether the delivery started an execution is not known before.
 */
export async function wasTaken(answer: WatchedAnswer): Promise<boolean> {
	await closed(answer);
	const since = performance.now();
	while (!answer.writableEnded && performance.now() - since < LONGEST_MS)
		await sleep(LOOK_EVERY_MS);
	return answer.writableEnded && answer.statusCode >= 200 && answer.statusCode < 300;
}
