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

test.each([2, 4])(
	'%d processes that know nothing of each other settle below the limit of their account',
	async (processes) => {
		const rates: number[] = [];
		for (const seed of seeds) {
			const { placed, perSecond, refusedShare } = await runFleet({ ...campaign, processes, seed });
			expect(placed).toBe(5_000);
			expect(refusedShare).toBeLessThanOrEqual(0.01);
			rates.push(perSecond / 12);
			jest.restoreAllMocks();
		}
		// Over 30 seeds two processes reached 95.6 % on average, single runs 89 to 98 %: the aim of 95 % is
		// met on average, not by each run nor by each ten of them.
		expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeGreaterThanOrEqual(0.93);
		expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.85);
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
