/**
 * Does work for 0 … count-1, at most `width` at a time, starting in order and starting the next as soon as
 * one ends. Once `halted` says so nothing new starts; what was not started stays undefined.
 */
export async function inOrder<T>(
	count: number,
	width: number,
	work: (index: number) => Promise<T>,
	halted: () => boolean,
): Promise<Array<T | undefined>> {
	const results = new Array<T | undefined>(count).fill(undefined);
	let next = 0;
	const lane = async () => {
		while (next < count && !halted()) {
			const index = next++;
			results[index] = await work(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
	return results;
}
