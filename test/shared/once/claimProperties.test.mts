import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';

import type { Claims } from '../../../nodes/shared/once/claims.ts';
import { joinClaims, leaveClaims } from '../../../nodes/shared/once/claimsOf.ts';
import { claimsForTests } from '../../support/claimsInMemory.mts';

const { memory, store, claimedNow } = claimsForTests();

const ends = ['done', 'free', 'free', 'open'] as const;
type State = 'free' | 'underWay' | (typeof ends)[number];

/** Waits for so many turns of the promises, of the event loop, or milliseconds. */
const pauses = [
	async (length: number) => {
		for (let turn = 0; turn < length * 4; turn++) await Promise.resolve();
	},
	async () => await new Promise((resolve) => setImmediate(resolve)),
	async (length: number) => await sleep(length),
];
const pause = fc.record({ kind: fc.nat(2), length: fc.nat(3) });
const row = fc.record({
	value: fc.nat(2),
	before: pause,
	under: pause,
	end: fc.constantFrom(...ends),
});
const run = fc.record({
	before: pause,
	lanes: fc.array(fc.array(row, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
});
const failures = fc.array(fc.boolean(), { maxLength: 12 });

type Run = typeof run extends fc.Arbitrary<infer One> ? One : never;
type Step = Run['lanes'][number][number];

/** What really became of each value, and since when. */
class Truth {
	private readonly history = new Map<string, State[]>();

	of = (value: string): State[] => this.history.get(value) ?? ['free'];
	now = (value: string): State => this.of(value).at(-1)!;
	set = (value: string, state: State) => void this.history.set(value, [...this.of(value), state]);
}

async function wait({ kind, length }: { kind: number; length: number }) {
	await pauses[kind]!(length);
}

type Write = 'removeProcessed' | 'checkProcessedAndRecord';

/** A store whose writes of one kind fail as the list says; once it is used up, it is sound. */
function shaky(fails: boolean[], kind: Write): typeof store {
	const left = [...fails];
	const write = async (...about: never[]): Promise<unknown> => {
		if (left.shift()) throw new Error('The connection broke');
		return await (store[kind] as (...about: never[]) => Promise<unknown>)(...about);
	};
	return { ...store, [kind]: write };
}

async function goThrough(step: Step, claims: Claims, place: typeof store, truth: Truth) {
	await wait(step.before);
	const value = `v${step.value}`;
	const before = truth.of(value).length - 1;
	const claimed = await claims.claim(place, value).catch(() => 'failed' as const);
	const seen = truth.of(value).slice(before);
	if (claimed !== 'new') return { claimed, seen };
	expect(truth.now(value)).toBe('free');
	truth.set(value, 'underWay');
	await wait(step.under);
	truth.set(value, step.end);
	if (step.end === 'done') claims.done(value);
	else if (step.end === 'free') claims.release(place, value);
	else claims.leaveOpen(value);
	return undefined;
}

/** Runs that come and go at any time over a few numbers, each told the truth, or what may stand for it. */
async function goOn(runs: Run[], place: typeof store, mayErr: string[] = []): Promise<Truth> {
	memory.reset();
	const truth = new Truth();
	await Promise.all(
		runs.map(async ({ before, lanes }) => {
			await wait(before);
			const claims = joinClaims('w', 'n', place);
			claims.expect(lanes.length);
			await Promise.all(
				lanes.map(async (steps) => {
					for (const step of steps) {
						const told = await goThrough(step, claims, place, truth);
						// It was so at some moment between the question and the answer.
						if (told && !mayErr.includes(told.claimed)) expect(told.seen).toContain(told.claimed);
					}
				}),
			);
			await claims.flush(place);
			leaveClaims('w', claims);
		}),
	);
	return truth;
}

const values = ['v0', 'v1', 'v2'];

test('runs in any order over a sound store: each number once, and told as it is', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 5 }), async (runs) => {
			const truth = await goOn(runs, store);
			for (const value of values) {
				const now = truth.now(value);
				expect([value, await claimedNow(value)]).toEqual([value, now === 'free' ? 'new' : now]);
			}
		}),
		{ numRuns: 150 },
	);
}, 60_000);

test.each(['removeProcessed', 'checkProcessedAndRecord'] as const)(
	'over a store whose %s fails at times no number is called again, nor told as called that was not',
	async (kind) => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(run, { minLength: 1, maxLength: 5 }),
				failures,
				async (runs, fails) => {
					const truth = await goOn(runs, shaky(fails, kind), ['failed', 'open']);
					for (const value of values) {
						const now = truth.now(value);
						const allowed = ['open', now === 'free' ? 'new' : now];
						expect(allowed).toContain(await claimedNow(value));
					}
				},
			),
			{ numRuns: 150 },
		);
	},
	60_000,
);
