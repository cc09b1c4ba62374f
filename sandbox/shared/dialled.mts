/** Who made the phone ring: a request to call, or a campaign working through its contacts. */
export type DialledBy = 'call' | 'campaign';

/** Counts calls really placed, whatever became of the answer. */
export class Dialled {
	private counts: Record<DialledBy, Map<string, number>> = { call: new Map(), campaign: new Map() };

	ring(number: string, by: DialledBy): void {
		const counts = this.counts[by];
		counts.set(number, (counts.get(number) ?? 0) + 1);
	}

	/** How often each number rang. */
	list(by?: DialledBy): Record<string, number> {
		if (by) return Object.fromEntries(this.counts[by]);
		const all = new Map(this.counts.call);
		for (const [number, times] of this.counts.campaign) {
			all.set(number, (all.get(number) ?? 0) + times);
		}
		return Object.fromEntries(all);
	}

	reset(): void {
		this.counts = { call: new Map(), campaign: new Map() };
	}
}
