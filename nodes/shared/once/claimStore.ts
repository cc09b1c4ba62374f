import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's deduplication store: one database row a workflow, which holds the claims, and one a node, the lock. */
export type Store = Pick<
	IExecuteFunctions['helpers'],
	'checkProcessedAndRecord' | 'clearAllProcessedItems' | 'getProcessedDataCount' | 'removeProcessed'
>;

/**
 * What is known of a claim: `new` to us; made before and `done`; made in this process and `underWay`; or
 * `open`, made before without a known end.
 */
export type Claimed = 'new' | 'done' | 'underWay' | 'open';

const ENTRIES = { mode: 'entries' } as const;

const doneMark = (value: string) => `${value}\ndone`;

const askedMark = (value: string) => `${value}\nasked`;

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

/** In every row that is whole; its absence is looked into. */
const WHOLE = 'callOncePer';

/** In a row that may lack what was recorded in it. */
const TORN = `${WHOLE}\ntorn`;

const LOST =
	'a process of n8n stood still while it recorded, and what others recorded meanwhile is lost. See in the latest executions who was called, and call the others in a copy of this workflow';

/** Tells all processes that the row may lack claims. */
export async function tear(store: Store): Promise<void> {
	await record(store, [TORN], []);
	await remove(store, [WHOLE]);
}

/**
 * Records, and says in the same write that the row is whole. Throws, and takes back what it recorded, where
 * another process has told that it is not.
 */
export async function recordWhole(
	store: Store,
	claims: string[],
	finished: string[],
): Promise<Set<string>> {
	const fresh = await record(store, [...claims, WHOLE], finished);
	if (!fresh.delete(WHOLE)) return fresh;
	// The first of a workflow, or a torn row.
	const isTorn = !(await record(store, [TORN], [])).has(TORN);
	await remove(store, isTorn ? [...fresh, WHOLE] : [TORN]);
	if (isTorn) throw new Error(LOST);
	return fresh;
}

/** Takes claims back. */
export async function remove(store: Store, claims: string[]): Promise<void> {
	if (claims.length > 0) await store.removeProcessed(claims, 'workflow', ENTRIES);
}

/**
 * Those of the claims that were never marked as done. Asking marks them, for n8n has no other way to ask, and
 * the marks are taken back. Where that fails a second mark tells that the first proves nothing: the claim is
 * open from then on, and reported as unknown.
 */
export async function openAmong(store: Store, claims: string[]): Promise<Set<string>> {
	if (claims.length === 0) return new Set();
	const fresh = await record(store, claims.map(askedMark), claims);
	const open = new Set(
		claims.filter((claim) => fresh.has(doneMark(claim)) || !fresh.has(askedMark(claim))),
	);
	const marks = claims.map((claim) => [
		askedMark(claim),
		...(open.has(claim) ? [doneMark(claim)] : []),
	]);
	await remove(store, marks.flat()).catch(() => {});
	return open;
}
