/** What is needed of an answer that arrives as a stream; Node's is one. */
interface Arriving extends AsyncIterable<Uint8Array> {
	destroy: (error?: Error) => void;
	setTimeout?: (ms: number, silent: () => void) => void;
}

/** Room for a vendor's words; an error answer of any size must not fill the memory. */
const MOST_BYTES = 64 * 1024;

export const isStream = (body: unknown): body is Arriving =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;

/** Ends a stream that stays silent: n8n's own time limit is over once the answer has begun. */
export function endIfSilent(stream: Arriving, ms: number): void {
	stream.setTimeout?.(ms, () => stream.destroy(new Error('The answer stopped arriving')));
}

/** The beginning of an answer that came as a stream, as JSON where it is some; the rest is not read. */
export async function beginningOf(stream: Arriving): Promise<unknown> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of stream) {
			chunks.push(chunk);
			size += chunk.length;
			if (size >= MOST_BYTES) break;
		}
	} catch {
		// What has arrived is told all the same.
	}
	stream.destroy();
	const text = Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
