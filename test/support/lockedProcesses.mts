import { createHash } from 'node:crypto';

import { Claims } from '../../nodes/shared/once/claims.ts';
import type { Claimed, Store } from '../../nodes/shared/once/claimStore.ts';

/** One database under several processes, on jest's clock. */
export class SharedRows {
	readonly rows = new Map<string, string[]>();

	/** A row that is there already is not created again. */
	insert(name: string, values: string[]): void {
		if (this.rows.has(name)) {
			const message = 'SQLITE_CONSTRAINT: UNIQUE constraint failed: processed_data';
			throw Object.assign(new Error(message), { code: 'SQLITE_CONSTRAINT' });
		}
		this.rows.set(name, values);
	}

	update(name: string, values: string[]): void {
		if (this.rows.has(name)) this.rows.set(name, values);
	}
}

/** How the calls of a process fare. */
export interface Fate {
	/** Milliseconds on the way, and between what is read and what is written. */
	delay: () => number;
	/** Whether a call fails, and whether it had its effect before. */
	fails: () => 'before' | 'after' | undefined;
}

const later = async (ms: number) => await new Promise<void>((done) => setTimeout(done, ms));

/** As n8n stores a value. */
export const md5 = (value: unknown) => createHash('md5').update(String(value)).digest('base64');

/**
 * A process of n8n over rows that others use too. As in n8n, a call reads the row, and writes it as a whole.
 * A process that is stopped neither sends nor hears anything until it goes on.
 */
export class OneProcess {
	readonly claims = new Claims();
	readonly store: Store;
	readonly nodeId: string;
	private readonly shared: SharedRows;
	private readonly fate: Fate;
	private stoppedUntil = 0;
	private isDead = false;

	constructor(shared: SharedRows, fate: Fate, nodeId = '') {
		this.nodeId = nodeId;
		this.shared = shared;
		this.fate = fate;
		this.store = {
			checkProcessedAndRecord: async (values, scope) =>
				await this.call(async () => await this.record(values.map(String), scope)),
			removeProcessed: async (values, scope) =>
				await this.call(async () => {
					if (scope === 'node') throw new Error('The row of a node must never lose its lock');
					const gone = new Set(values.map(md5));
					const row = this.shared.rows.get(scope) ?? [];
					await this.step();
					this.shared.update(
						scope,
						row.filter((entry) => !gone.has(entry)),
					);
				}),
			getProcessedDataCount: async (scope) =>
				await this.call(async () => this.shared.rows.get(this.rowOf(scope))?.length ?? 0),
			clearAllProcessedItems: async (scope) =>
				await this.call(async () => void this.shared.rows.delete(this.rowOf(scope))),
		};
		this.claims.join(nodeId, this.store);
	}

	stop(ms: number): void {
		this.stoppedUntil = Math.max(this.stoppedUntil, performance.now() + ms);
	}

	/** Nothing of it happens from here on. */
	die(): void {
		this.isDead = true;
	}

	/** What is asked of the process itself takes its time too, while it is stopped. */
	async goesOn(): Promise<void> {
		if (this.isDead) await new Promise(() => {});
		while (this.stoppedUntil > performance.now())
			await later(this.stoppedUntil - performance.now());
	}

	async claim(value: string): Promise<Claimed> {
		await this.goesOn();
		const claimed = await this.claims.claim(this.store, value);
		await this.goesOn();
		return claimed;
	}

	private async record(values: string[], scope: string) {
		if (scope === 'node' && !values.includes('lock')) throw new Error('Without the lock');
		const name = this.rowOf(scope);
		const row = this.shared.rows.get(name);
		await this.step();
		const fresh = values.filter((value) => !row?.includes(md5(value)));
		const all = [...(row ?? []), ...fresh.map(md5)];
		if (row) this.shared.update(name, all);
		else this.shared.insert(name, all);
		return { new: fresh, processed: values.filter((value) => !fresh.includes(value)) };
	}

	private rowOf(scope: string): string {
		return scope === 'node' ? `node${this.nodeId}` : scope;
	}

	private async call<T>(effect: () => Promise<T>): Promise<T> {
		await this.step();
		const fails = this.fate.fails();
		if (fails === 'before') throw new Error('The connection was refused');
		const answer = await effect();
		await this.step();
		if (fails === 'after') throw new Error('The connection broke');
		return answer;
	}

	private async step(): Promise<void> {
		await later(this.fate.delay());
		await this.goesOn();
	}
}
