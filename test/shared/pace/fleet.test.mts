import { runFleet } from '../../support/fleet.mts';
import type { Fleet } from '../../support/fleet.mts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const campaign: Fleet = {
	processes: 1,
	rows: 5_000,
	requestsPerSecond: 10,
	concurrency: 10,
	limit: 12,
	seed: 1,
};

/** Fixed, and others than the rate's constants were chosen by. */
const seeds = Array.from({ length: 10 }, (_, n) => 2_001 + n);

const average = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

test.each([2, 4])(
	'%d processes that know nothing of each other settle below the limit of their account',
	async (processes) => {
		const [rates, refused] = [[] as number[], [] as number[]];
		for (const seed of seeds) {
			const { placed, perSecond, refusedShare } = await runFleet({ ...campaign, processes, seed });
			expect(placed).toBe(5_000);
			rates.push(perSecond / 12);
			refused.push(refusedShare);
			jest.restoreAllMocks();
		}
		// Over 60 other seeds two processes reached 96.2 % on average and 93.8 % at the worst, four 95.9 and
		// 88.5 %; refused were 0.2 and 0.6 % on average, 0.9 % at the worst.
		expect(average(rates)).toBeGreaterThanOrEqual(0.95);
		expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.85);
		expect(average(refused)).toBeLessThanOrEqual(0.01);
	},
);

test('a process alone keeps its pace where nobody refuses', async () => {
	const { perSecond, refused } = await runFleet({ ...campaign, rows: 1_000 });
	expect(refused).toBe(0);
	expect(perSecond).toBeGreaterThanOrEqual(0.95 * 10);
});

test('a process alone that has no pace finds the limit', async () => {
	const { perSecond, refusedShare } = await runFleet({ ...campaign, requestsPerSecond: 0 });
	expect(refusedShare).toBeLessThanOrEqual(0.01);
	expect(perSecond).toBeGreaterThanOrEqual(0.95 * 12);
});
