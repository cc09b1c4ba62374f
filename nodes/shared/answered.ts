/** What is watched of the answer to a delivery; n8n's response object is one. */
export interface WatchedAnswer {
	statusCode: number;
	/** True once an answer was given, even to a sender that is gone. */
	writableEnded: boolean;
	/** True once the connection is of no more use. */
	closed: boolean;
	once: (event: 'close', listener: () => void) => unknown;
}

/** Waits until a delivery was answered, or its sender is gone. */
export async function answered(answer: WatchedAnswer): Promise<void> {
	if (!answer.closed) await new Promise<void>((resolve) => answer.once('close', resolve));
}
