import type { Claims } from '../../nodes/shared/once/claims.ts';
import { joinClaims, leaveClaims } from '../../nodes/shared/once/claimsOf.ts';
import type { Store } from '../../nodes/shared/once/claimStore.ts';
import { MemoryDeduplication } from './deduplication.mts';

/** The claims of one workflow over a store in memory, for all tests of a file; it forgets between them. */
export function claimsForTests() {
	const memory = new MemoryDeduplication();
	const about = { workflow: { id: 'w' }, node: { id: 'n' } } as Parameters<
		typeof memory.getProcessedDataCount
	>[1];
	const store: Store = {
		checkProcessedAndRecord: async (values, scope, options) =>
			await memory.checkProcessedAndRecord(values, scope, about, options),
		removeProcessed: async (values, scope, options) =>
			await memory.removeProcessed(values, scope, about, options),
		getProcessedDataCount: async (scope, options) =>
			await memory.getProcessedDataCount(scope, about, options),
		clearAllProcessedItems: async (scope, options) =>
			await memory.clearAllProcessedItems(scope, about, options),
	};
	beforeEach(() => memory.reset());

	/** One run's work with its claims, given back at the end. */
	const inRun = async <T,>(work: (claims: Claims) => Promise<T>): Promise<T> => {
		const claims = joinClaims('w', 'n', store);
		const result = await work(claims);
		await claims.flush(store);
		leaveClaims('w', claims);
		return result;
	};

	return {
		memory,
		store,
		inRun,
		entries: async () => await memory.getProcessedDataCount('workflow', about, { mode: 'entries' }),
		/** What a later run is told of a number. */
		claimedNow: async (value: string) =>
			await inRun(async (claims) => {
				const claimed = await claims.claim(store, value);
				claims.leaveOpen(value);
				return claimed;
			}),
	};
}
