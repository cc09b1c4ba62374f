import { createHash } from 'node:crypto';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

import type { DeduplicationScope, IDataDeduplicator } from 'n8n-workflow';

type Value = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[0][number];
type About = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[2];
type Options = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[3];

/** The row that a call reads and writes; n8n keeps other lists for other modes. */
function rowOf(scope: DeduplicationScope, { workflow, node }: About, { mode }: Options): string {
	if (mode !== 'entries') throw new Error(`The mode is "${mode}"`);
	return scope === 'node' ? `${workflow.id} n:${node?.id}` : `${workflow.id}`;
}

/** What n8n's database says where a row is there already. */
const taken = () =>
	Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' });

const hash = (value: Value) => createHash('md5').update(String(value)).digest('base64');

/**
 * n8n's deduplication store without its database: one list a workflow and one a node, read, changed and
 * written as a whole. Only a row that is not there yet is created for one of many alone.
 */
export class MemoryDeduplication implements IDataDeduplicator {
	private rows = new Map<string, string[]>();
	/** How often the row of a workflow was written. */
	writes = 0;
	/** Makes every call on the row of a workflow fail with these words. */
	broken?: string;
	/** Makes only taking back fail. */
	cannotRemove = false;
	/** Makes recording in the row of a workflow fail after so many more times. */
	failsAfter = Infinity;
	/** How long each reading of the row of a workflow takes, in milliseconds. */
	slow = 0;

	async checkProcessedAndRecord(
		values: Value[],
		scope: DeduplicationScope,
		about: About,
		options: Options,
	) {
		const name = rowOf(scope, about, options);
		if (scope === 'workflow' && this.failsAfter-- <= 0) throw new Error('The connection broke');
		const row = await this.read(name, scope);
		const known = new Set(row);
		const fresh = values.filter((value) => !known.has(hash(value)));
		await this.write(name, scope, [...(row ?? []), ...fresh.map(hash)], row !== undefined);
		return { new: fresh, processed: values.filter((value) => !fresh.includes(value)) };
	}

	async removeProcessed(
		values: Value[],
		scope: DeduplicationScope,
		about: About,
		options: Options,
	) {
		const name = rowOf(scope, about, options);
		if (scope === 'node') throw new Error('The row of a node must never lose its lock');
		if (this.cannotRemove) throw new Error('The database is read-only');
		const gone = new Set(values.map(hash));
		const row = await this.read(name, scope);
		if (!row) return;
		const left = row.filter((entry) => !gone.has(entry));
		await this.write(name, scope, left, true);
	}

	async getProcessedDataCount(scope: DeduplicationScope, about: About, options: Options) {
		return (await this.read(rowOf(scope, about, options), scope))?.length ?? 0;
	}

	async clearAllProcessedItems(scope: DeduplicationScope, about: About, options: Options) {
		await turn();
		this.rows.delete(rowOf(scope, about, options));
	}

	async checkProcessedItemsAndRecord(): Promise<never> {
		throw new Error('The test did not supply checkProcessedItemsAndRecord');
	}

	/** Fills a workflow's row, as years of campaigns would. */
	fill(workflowId: string, count: number): void {
		this.rows.set(
			workflowId,
			Array.from({ length: count }, (_entry, index) => String(index)),
		);
	}

	reset(): void {
		this.rows = new Map();
		this.writes = 0;
		this.broken = undefined;
		this.cannotRemove = false;
		this.slow = 0;
		this.failsAfter = Infinity;
	}

	/** As with a database, others get their turn before an answer comes: that is when races show. */
	private async read(name: string, scope: DeduplicationScope): Promise<string[] | undefined> {
		await turn();
		if (this.slow > 0 && scope === 'workflow') await sleep(this.slow);
		if (this.broken && scope === 'workflow') throw new Error(this.broken);
		return this.rows.get(name);
	}

	private async write(
		name: string,
		scope: DeduplicationScope,
		row: string[],
		wasThere: boolean,
	): Promise<void> {
		await turn();
		if (!wasThere && this.rows.has(name)) throw taken();
		if (wasThere && !this.rows.has(name)) return;
		if (scope === 'workflow') this.writes += 1;
		this.rows.set(name, row);
	}
}

/** Puts a store in memory in the place of n8n's, for all tests of a file; it forgets between them. */
export function deduplicationForTests(): MemoryDeduplication {
	const store = new MemoryDeduplication();
	beforeAll(async () => {
		const { DataDeduplicationService } = await import('n8n-core');
		await DataDeduplicationService.init(store);
	});
	afterEach(() => store.reset());
	return store;
}
