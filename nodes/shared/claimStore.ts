import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's deduplication store, as far as claims need it: one database row a workflow. */
export type Store = Pick<
	IExecuteFunctions['helpers'],
	'checkProcessedAndRecord' | 'removeProcessed'
>;

/**
 * What is known of a claim: `new` to us; made before and `done`; made in this process and `underWay`; or
 * `open`, made before without a known end.
 */
export type Claimed = 'new' | 'done' | 'underWay' | 'open';

const ENTRIES = { mode: 'entries' } as const;
const doneMark = (value: string) => `${value}\ndone`;

/** Records claims, and marks finished ones as done, in one write; gives the claims that were not there yet. */
export async function record(
	store: Store,
	claims: string[],
	finished: string[],
): Promise<Set<string>> {
	const values = [...claims, ...finished.map(doneMark)];
	const { new: fresh } = await store.checkProcessedAndRecord(values, 'workflow', ENTRIES);
	return new Set(fresh.map(String));
}

/** Takes claims back. */
export async function remove(store: Store, claims: string[]): Promise<void> {
	if (claims.length > 0) await store.removeProcessed(claims, 'workflow', ENTRIES);
}

/** Those of the claims that were never marked as done. Asking marks them: the marks are to be taken back. */
export async function openAmong(store: Store, claims: string[]): Promise<string[]> {
	if (claims.length === 0) return [];
	const missing = await record(store, [], claims);
	return claims.filter((claim) => missing.has(doneMark(claim)));
}

/** Takes the marks of claims back. */
export const unmark = async (store: Store, claims: string[]): Promise<void> =>
	await remove(store, claims.map(doneMark));
