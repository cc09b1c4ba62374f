import { sleep } from 'n8n-workflow';

/** Longest stretch slept in one piece, so that no timer outlives a stopped run by more than this. */
const PIECE_MS = 250;

/** Waits, but no longer than until the execution is cancelled. */
export async function wait(ms: number, cancelled?: AbortSignal): Promise<void> {
	const end = performance.now() + ms;
	const stopped = cancelled ? whenAborted(cancelled) : undefined;
	for (let left = ms; left > 0 && !cancelled?.aborted; left = end - performance.now()) {
		const piece = sleep(Math.min(left, PIECE_MS));
		await (stopped ? Promise.race([piece, stopped.promise]) : piece);
	}
	stopped?.forget();
}

/** Waits for something that cannot be cut short, but no longer than until the execution is cancelled. */
export async function unlessCancelled(
	something: Promise<void>,
	cancelled?: AbortSignal,
): Promise<void> {
	if (!cancelled) return await something;
	if (cancelled.aborted) return;
	const stopped = whenAborted(cancelled);
	await Promise.race([something, stopped.promise]);
	stopped.forget();
}

function whenAborted(signal: AbortSignal): { promise: Promise<void>; forget: () => void } {
	let forget = () => {};
	const promise = new Promise<void>((resolve) => {
		const listener = () => resolve();
		signal.addEventListener('abort', listener, { once: true });
		forget = () => signal.removeEventListener('abort', listener);
	});
	return { promise, forget };
}
