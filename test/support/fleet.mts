import { Pace } from '../../nodes/shared/pace/pace.ts';

/** Numbers between 0 and 1, always the same for a seed. */
export function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export interface Fleet {
	processes: number;
	rows: number;
	/** Of each process; 0 sets none. */
	requestsPerSecond: number;
	/** Requests under way in each process at once. */
	concurrency: number;
	/** The vendor refuses what goes beyond so many in any second. */
	limit: number;
	seed: number;
}

const between = (random: () => number, least: number, most: number) =>
	least + random() * (most - least);

/**
 * Processes of one account, each with a pace of its own, that take rows from one list, as executions
 * that a queue spreads do. On jest's clock: up to 20 ms on the way to the vendor, answers after 50–500 ms,
 * "too many" at once and for a second. Answers what the vendor saw.
 */
export async function runFleet(fleet: Fleet) {
	const random = randomOf(fleet.seed);
	jest.spyOn(Math, 'random').mockImplementation(random);
	const later = async (ms: number) => await new Promise<void>((done) => setTimeout(done, ms));
	let letIn: number[] = [];
	let [rows, refused, placed, begun, ended] = [fleet.rows, 0, 0, 0, 0];
	const arrive = (): boolean => {
		const now = performance.now();
		begun ||= now;
		letIn = letIn.filter((at) => now - at < 1_000);
		if (letIn.length >= fleet.limit) {
			refused += 1;
			return false;
		}
		letIn.push(now);
		placed += 1;
		ended = now;
		return true;
	};
	const lane = async (pace: Pace) => {
		while (rows > 0) {
			rows -= 1;
			for (let isPlaced = false; !isPlaced;) {
				const turn = (await pace.turn(fleet.requestsPerSecond))!;
				await later(between(random, 0, 20));
				isPlaced = arrive();
				await later(isPlaced ? between(random, 50, 480) : between(random, 2, 20));
				if (isPlaced) turn.over();
				else turn.refused(1_000);
			}
		}
	};
	const all = Array.from({ length: fleet.processes }, async () => {
		await later(between(random, 0, 3_000));
		const pace = new Pace();
		await Promise.all(Array.from({ length: fleet.concurrency }, async () => await lane(pace)));
	});
	let isOver = false;
	void Promise.all(all).then(() => (isOver = true));
	while (!isOver) await jest.advanceTimersByTimeAsync(10_000);
	const perSecond = (placed - 1) / ((ended - begun) / 1_000);
	return { placed, refused, perSecond, refusedShare: refused / (placed + refused) };
}
