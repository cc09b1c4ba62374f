import { createHash } from 'node:crypto';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

import type { DeduplicationScope, IDataDeduplicator } from 'n8n-workflow';

type Value = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[0][number];
type About = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[2];
type Options = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[3];

/** n8n keeps other lists for a node and for other modes. */
function ofTheWorkflow(scope: DeduplicationScope, { mode }: Options): void {
	if (scope !== 'workflow') throw new Error(`The scope is "${scope}"`);
	if (mode !== 'entries') throw new Error(`The mode is "${mode}"`);
}

const hash = (value: Value) => createHash('md5').update(String(value)).digest('base64');

/** n8n's deduplication store without its database: one list a workflow, read, changed and written as a whole. */
export class MemoryDeduplication implements IDataDeduplicator {
	private rows = new Map<string, string[]>();
	/** How often the row was written. */
	writes = 0;
	/** Makes every call fail with these words. */
	broken?: string;
	/** Makes only taking back fail. */
	cannotRemove = false;
	/** Makes recording fail after so many more times. */
	failsAfter = Infinity;
	/** How long each reading takes, in milliseconds. */
	slow = 0;

	async checkProcessedAndRecord(
		values: Value[],
		scope: DeduplicationScope,
		about: About,
		options: Options,
	) {
		ofTheWorkflow(scope, options);
		if (this.failsAfter-- <= 0) throw new Error('The connection broke');
		const row = await this.read(about);
		const known = new Set(row);
		const fresh = values.filter((value) => !known.has(hash(value)));
		await this.write(about, [...row, ...fresh.map(hash)]);
		return { new: fresh, processed: values.filter((value) => !fresh.includes(value)) };
	}

	async removeProcessed(
		values: Value[],
		scope: DeduplicationScope,
		about: About,
		options: Options,
	) {
		ofTheWorkflow(scope, options);
		if (this.cannotRemove) throw new Error('The database is read-only');
		const gone = new Set(values.map(hash));
		const row = await this.read(about);
		await this.write(
			about,
			row.filter((entry) => !gone.has(entry)),
		);
	}

	async getProcessedDataCount(scope: DeduplicationScope, about: About, options: Options) {
		ofTheWorkflow(scope, options);
		return (await this.read(about)).length;
	}

	async clearAllProcessedItems(_scope: unknown, about: About) {
		await this.write(about, []);
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
	private async read({ workflow }: About): Promise<string[]> {
		await turn();
		if (this.slow > 0) await sleep(this.slow);
		if (this.broken) throw new Error(this.broken);
		return this.rows.get(workflow.id!) ?? [];
	}

	private async write({ workflow }: About, row: string[]): Promise<void> {
		await turn();
		this.writes += 1;
		this.rows.set(workflow.id!, row);
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
