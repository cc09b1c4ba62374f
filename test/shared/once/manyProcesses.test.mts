import { randomOf } from '../../support/fleet.mts';
import { OneProcess, SharedRows, type Fate } from '../../support/lockedProcesses.mts';

/** `LOCK_ROUNDS=5000` for a long one. */
const rounds = Number(process.env.LOCK_ROUNDS ?? 60);
const seed = Number(process.env.LOCK_SEED ?? 1);

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-26T12:00:00Z') }));
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const later = async (ms: number) => await new Promise<void>((done) => setTimeout(done, ms));

/** What may happen to processes in a world. */
interface World {
	/** Milliseconds that a step of a call takes, now and then. */
	slowest: number;
	/** How often a call fails. */
	failing?: number;
	/** Each is stopped for so long at a moment of its own. */
	stops?: number;
	/** One is killed. */
	kills?: boolean;
	/** The wall clock is set by so much. */
	jumps?: number;
}

/** Processes that call the same numbers at once, and one more later; answers how often each rang and what each row was told. */
async function race(world: World, random: () => number) {
	jest.spyOn(Math, 'random').mockImplementation(random);
	const shared = new SharedRows();
	const count = 2 + Math.floor(random() * 3);
	const numbers = Array.from({ length: 12 }, (_, n) => `n${n}`);
	const rang = new Map(numbers.map((number) => [number, 0]));
	const told: Array<{ number: string; what: string }> = [];
	const fate: Fate = {
		delay: () => (random() < 0.05 ? random() * world.slowest : random() * 8),
		fails: () =>
			random() < (world.failing ?? 0) ? (random() < 0.5 ? 'before' : 'after') : undefined,
	};
	const processes = Array.from({ length: count }, () => new OneProcess(shared, fate));
	const killed = world.kills ? processes[0] : undefined;
	const run = async (process: OneProcess) => {
		const rows = [...numbers].sort(() => random() - 0.5);
		const lanes = 1 + Math.floor(random() * 4);
		process.claims.expect(lanes);
		await later(random() * 300);
		const lane = async () => {
			for (let number = rows.pop(); number; number = rows.pop()) {
				const claimed = await process.claim(number).catch((error: Error) => error.message);
				told.push({ number, what: claimed });
				if (claimed !== 'new') continue;
				rang.set(number, rang.get(number)! + 1);
				await later(random() * 100);
				await process.goesOn();
				const end = random();
				if (end < 0.8) process.claims.done(number);
				else process.claims.leaveOpen(number);
			}
		};
		await Promise.all(Array.from({ length: lanes }, lane));
		await process.claims.flush(process.store);
	};
	for (const process of processes) {
		if (world.stops) {
			const ms = random() * world.stops;
			setTimeout(() => process.stop(ms), 300 + random() * 400);
		}
	}
	if (killed) setTimeout(() => killed.die(), 300 + random() * 400);
	if (world.jumps) {
		const by = (random() - 0.5) * world.jumps;
		setTimeout(() => jest.setSystemTime(Date.now() + by), 300 + random() * 400);
	}
	let isOver = false;
	const living = processes.filter((process) => process !== killed);
	const all = Promise.all(living.map(run));
	if (killed) void run(killed);
	const late = all.then(async () => await run(new OneProcess(shared, fate)));
	void late.then(() => (isOver = true));
	for (let turn = 0; !isOver && turn < 4_000; turn++) await jest.advanceTimersByTimeAsync(500);
	expect(isOver).toBe(true);
	return { rang, told };
}

async function* racesIn(world: World) {
	for (let round = 0; round < rounds; round++) {
		const { rang, told } = await race(world, randomOf(seed * 100_000 + round));
		yield { round, told, twice: [...rang].filter(([, times]) => times > 1) };
		jest.clearAllTimers();
		jest.restoreAllMocks();
	}
}

test.each<[string, World]>([
	['', { slowest: 50 }],
	[', whose calls take up to three seconds', { slowest: 3_000 }],
	[', over a store that fails at times', { slowest: 200, failing: 0.05 }],
	[', one of which is killed', { slowest: 100, kills: true }],
	[', whose wall clock is set', { slowest: 100, jumps: 7_200_000 }],
	[', each stopped for less than a lease', { slowest: 100, stops: 9_000 }],
	[
		', of which one is killed over a store that fails',
		{ slowest: 500, failing: 0.02, kills: true },
	],
	// It puts back the row as it was: the row is torn then, and nobody claims in it any more.
	[', each stopped for longer than a lease', { slowest: 100, stops: 60_000 }],
	[', stopped and killed', { slowest: 500, failing: 0.02, stops: 40_000, kills: true }],
])(
	'2 to 4 processes%s: no number rings twice',
	async (_what, world) => {
		for await (const { twice, round } of racesIn(world)) {
			expect([round, twice]).toEqual([round, []]);
		}
	},
	600_000,
);
