import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { readBody } from './body';

/** What is needed of an answer that arrives as a stream; any stream of Node's is one. */
interface Arriving extends AsyncIterable<Uint8Array> {
	destroy: (error?: Error) => void;
	push?: (chunk: unknown, encoding?: BufferEncoding) => boolean;
	on?: (event: 'error', listener: () => void) => unknown;
	once?: (event: string, listener: (error?: unknown) => void) => unknown;
	read?: () => Uint8Array | null;
	unshift?: (chunk: Uint8Array) => void;
	destroyed: boolean;
	readableEnded: boolean;
	/** Bytes that arrived and were not taken yet. */
	readableLength: number;
}

const LOOK_EVERY_MS = 250;

const SILENT = 'The answer stopped arriving';

const BROKE_OFF = 'The answer broke off';

/** Room for a vendor's words; an error answer of any size must not fill the memory. */
const MOST_BYTES = 64 * 1024;

export const isStream = (body: unknown): body is Arriving =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;

/** A stream that is watched: whether it fell silent, once it is known; `forget` ends the watch. */
const watched = new WeakMap<object, { isSilent: Promise<boolean>; forget: () => void }>();

/**
 * Ends a stream that stays silent: n8n's own time limit is over once the answer has begun. n8n hands over
 * streams of several kinds; some end only when `abort` breaks the connection off.
 */
export function watch(stream: Arriving, ms: number, abort: () => void): void {
	const push = stream.push?.bind(stream);
	if (!push) return;
	// An error that nobody listens to would end the whole process.
	stream.on?.('error', () => {});
	let latest = performance.now();
	let isForgotten = false;
	stream.push = (...arrived) => {
		latest = performance.now();
		return push(...arrived);
	};
	const fallsSilent = async () => {
		while (!isForgotten && !stream.destroyed && !stream.readableEnded) {
			// What lies here untaken is the reader's delay, not the vendor's.
			if (stream.readableLength > 0) latest = performance.now();
			const left = latest + ms - performance.now();
			if (left <= 0) {
				stream.destroy(new Error(SILENT));
				abort();
				return true;
			}
			await sleep(Math.min(left, LOOK_EVERY_MS));
		}
		return false;
	};
	watched.set(stream, { isSilent: fallsSilent(), forget: () => (isForgotten = true) });
}

/** Waits for work on a stream, but no longer than until the stream falls silent. */
export async function unlessSilent<T>(stream: object, work: Promise<T>): Promise<T> {
	const { isSilent, forget } = watched.get(stream) ?? {};
	const isOver = isSilent?.then(async (fellSilent) => {
		if (fellSilent) throw new Error(SILENT);
		return await work;
	});
	return await Promise.race([work, isOver ?? work]).finally(forget);
}

/** The beginning of an answer that came as a stream, as JSON where it is some; the rest is not read. */
export async function beginningOf(stream: Arriving, headers: IDataObject = {}): Promise<unknown> {
	const chunks: Uint8Array[] = [];
	const read = async () => {
		let size = 0;
		for await (const chunk of stream) {
			chunks.push(chunk);
			size += chunk.length;
			if (size >= MOST_BYTES) break;
		}
	};
	// What has arrived is told, though the rest never comes.
	await unlessSilent(stream, read()).catch(() => {});
	stream.destroy();
	return readBody(Buffer.concat(chunks).subarray(0, MOST_BYTES), headers);
}

const NOTHING = new Uint8Array();

/** The bytes that arrive first; they stay in the stream. None where it ends without any; throws where it breaks off. */
export async function firstBytesOf(stream: Arriving): Promise<Uint8Array> {
	if (stream.readableEnded || !stream.once || !stream.read || !stream.unshift) return NOTHING;
	if (stream.destroyed) throw new Error(BROKE_OFF);
	await new Promise<void>((resolve, reject) => {
		stream.once?.('readable', () => resolve());
		stream.once?.('end', () => resolve());
		stream.once?.('error', reject);
		stream.once?.('close', () => reject(new Error(BROKE_OFF)));
	});
	const first = stream.read() ?? NOTHING;
	const bytes = typeof first === 'string' ? Buffer.from(first) : first;
	if (bytes.length > 0) stream.unshift(bytes);
	return bytes;
}
