/** What came of one run. */
export interface Finding {
	ok: boolean;
	words: string;
	/** Added up over the runs. */
	counts: Record<string, number>;
}
