import type { Store } from './claimStore';
import { Lease, LOCK } from './lease';
import { wait } from '../pace/wait';

/** A row that stands unchanged for longer than any lease is that of a holder that died. */
const DEAD_MS = 15_000;

/** Who did not look for so long does not know what happened meanwhile. */
const UNSEEN_MS = 2_000;

/** Who takes over adds at least so many marks: more than those who came at once and found it taken. */
const TAKERS_MARKS = 256;

/** Who takes over looks only when every lease of before is over, and every call of before has come in. */
const SETTLES_MS = 10_000;
const CALLS = 3;

/** Longer than a dead holder takes; then the group is given up. */
const LONGEST_MS = 120_000;

/** When a lock that could not be given back is tried once more. */
const AGAIN_MS = 500;

const LOOK_MS = 10;
const SPREAD_MS = 40;

const ENTRIES = { mode: 'entries' } as const;

type Work = (claims: Store) => Promise<void>;

/** Passes the database's "it is there already" as nothing. A foreign key fails with the same code in SQLite. */
function unlessTaken(error: Error & { code?: unknown }): undefined {
	const isTaken =
		error.code === '23505' ||
		(/^SQLITE_CONSTRAINT/.test(String(error.code)) && /UNIQUE/.test(error.message));
	if (!isTaken) throw error;
}

/**
 * Excludes other processes while one reads, changes and writes the claims. It is the row of a node in n8n's
 * deduplication store, whose creation the database grants to one process. Scope: one node, in all processes.
 * Lifetime: one group of claims, 10 seconds at most; a dead holder's is taken over after 25 to 30. Size: at most
 * 65 short hashes, more where several came at once. Cleared when the group is written.
 */
export class Lock {
	/** A write of this process came in after another one went on: what that one recorded may be gone. */
	hasTorn = false;
	/** What was held is given back while those who were let in go on. */
	isFree = Promise.resolve();
	private slowest = 0;

	/**
	 * Does work that writes to the claims, through the store that it is given and no other. Throws where the
	 * lock of a node cannot be had.
	 * @param nodes by ID
	 */
	async holdAll(nodes: Map<string, Store>, claims: Store, work: Work): Promise<void> {
		// All processes take them in the same order, or two would wait for each other.
		const inOrder = [...nodes].sort(([one], [other]) => (one < other ? -1 : 1));
		const locked = inOrder.reduceRight<Work>(
			(inner, [, node]) =>
				async (store) =>
					await this.hold(node, store, inner),
			work,
		);
		await this.isFree;
		await locked(claims);
	}

	private async hold(node: Store, claims: Store, work: Work): Promise<void> {
		const lease = await this.acquire(node);
		try {
			await work(lease.within(claims));
		} finally {
			const before = this.isFree;
			this.isFree = this.release(node, lease).then(async () => await before);
		}
	}

	private async acquire(node: Store): Promise<Lease> {
		const begun = performance.now();
		let [size, since, lookedAt] = [0, begun, begun];
		while (performance.now() - begun < LONGEST_MS) {
			// Those who wait only read: each write of theirs would replace the row.
			const found = await this.size(node);
			const now = performance.now();
			if (found !== size || now - lookedAt > Math.max(UNSEEN_MS, 2 * this.slowest)) since = now;
			[size, lookedAt] = [found, now];
			let lease: Lease | undefined;
			if (size === 0) lease = await this.create(node);
			else if (now - since > DEAD_MS) lease = await this.takeOver(node, size);
			if (lease && !lease.isOver) return lease;
			await wait(LOOK_MS + Math.random() * SPREAD_MS);
		}
		throw new Error(`another process of n8n kept the lock for ${LONGEST_MS / 1000} seconds`);
	}

	/** Creates the row, if nobody has: the database lets one of many do that. */
	private async create(node: Store, lease = new Lease()): Promise<Lease | undefined> {
		const put = await this.put(node, lease.marks).catch(unlessTaken);
		lease.size = 1 + lease.marks.length;
		return put?.new.includes(LOCK) ? lease : undefined;
	}

	/**
	 * The row stays where it is, so that nobody can create one meanwhile: who takes over adds marks, and has it
	 * where they and no others are there once all that was under way before is over.
	 */
	private async takeOver(node: Store, size: number): Promise<Lease | undefined> {
		const settles = Math.max(SETTLES_MS, CALLS * this.slowest);
		if (settles > LONGEST_MS) throw new Error('the database answers too slowly');
		const asked = new Lease(TAKERS_MARKS);
		const created = await this.create(node, asked);
		if (created) return created;
		await wait(settles + Math.random() * SPREAD_MS);
		const lease = asked.renewed(size + asked.marks.length);
		return (await this.isOurs(node, lease, 0)) ? lease : undefined;
	}

	/** Whether nobody took over since. Wrongly no where others came too: then it is given up. */
	private async isOurs(node: Store, lease: Lease, others = TAKERS_MARKS - 1): Promise<boolean> {
		const { marks, size } = lease;
		const more = (await this.size(node)) - size;
		if (more < 0 || more > others) return false;
		return (await this.put(node, marks.slice(0, 1))).new.length === 0;
	}

	/** Never throws: a row that stays is taken over. One that is somebody else's by now must not be cleared. */
	private async release(node: Store, lease: Lease): Promise<void> {
		const isOurs = async () => await this.isOurs(node, lease);
		if (lease.isOver && !(await this.answered(isOurs))) {
			this.hasTorn ||= lease.isWriting;
			return;
		}
		const again = async () => {
			await wait(AGAIN_MS);
			if (await isOurs()) await this.clear(node);
		};
		await this.clear(node)
			.catch(again)
			.catch(() => {});
	}

	/** A database that is away says nothing: who could take over meanwhile has to wait for it too. */
	private async answered(isOurs: () => Promise<boolean>): Promise<boolean> {
		const begun = performance.now();
		while (performance.now() - begun < LONGEST_MS) {
			const answer = await isOurs().catch(() => undefined);
			if (answer !== undefined) return answer;
			await wait(AGAIN_MS);
		}
		return false;
	}

	private async clear(node: Store): Promise<void> {
		await this.timed(node.clearAllProcessedItems('node', ENTRIES));
	}

	private async put(node: Store, marks: string[]) {
		return await this.timed(node.checkProcessedAndRecord([LOCK, ...marks], 'node', ENTRIES));
	}

	private async size(node: Store): Promise<number> {
		return await this.timed(node.getProcessedDataCount('node', ENTRIES));
	}

	private async timed<T>(call: Promise<T>): Promise<T> {
		const begun = performance.now();
		try {
			return await call;
		} finally {
			this.slowest = Math.max(this.slowest, performance.now() - begun);
		}
	}
}
