import { getEventListeners } from 'node:events';

import { unlessCancelled, wait } from '../../../nodes/shared/pace/wait.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** How long the wait took, on the fake clock. */
async function took(ms: number, stopAt?: number): Promise<number> {
	const stop = new AbortController();
	const begun = Date.now();
	let ended = NaN;
	void wait(ms, stop.signal).then(() => (ended = Date.now() - begun));
	if (stopAt !== undefined) setTimeout(() => stop.abort(), stopAt);
	await jest.advanceTimersByTimeAsync(ms + 1_000);
	expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
	expect(jest.getTimerCount()).toBe(0);
	return ended;
}

test.each([0, 1, 249, 250, 251, 10_000])('%d ms are %d ms', async (ms) => {
	expect(await took(ms)).toBe(ms);
});

test.each([0, 100, 5_123])('it ends with the execution, after %d ms', async (stopAt) => {
	expect(await took(60_000, stopAt)).toBe(stopAt);
});

test('after the execution was stopped nothing waits at all', async () => {
	const begun = Date.now();
	await wait(60_000, AbortSignal.abort());
	await unlessCancelled(new Promise(() => {}), AbortSignal.abort());
	expect(Date.now()).toBe(begun);
});

test('what cannot be cut short is left alone at the stop, and leaves no listener behind', async () => {
	const stop = new AbortController();
	const never = unlessCancelled(new Promise(() => {}), stop.signal);
	stop.abort();
	await never;
	await unlessCancelled(Promise.resolve(), new AbortController().signal);
	expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
});
