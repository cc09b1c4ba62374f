/** Who made the phone ring: a request to call, or a campaign working through its contacts. */
export type DialledBy = 'call' | 'campaign';

/** Counts calls really placed, whatever became of the answer. */
export class Dialled {
	private counts: Record<DialledBy, Map<string, number>> = { call: new Map(), campaign: new Map() };
	private again = new Set<string>();
	/** How many different numbers rang. */
	numbers = 0;

	ring(number: string, by: DialledBy): void {
		const counts = this.counts[by];
		if (this.times(number) > 0) this.again.add(number);
		else this.numbers += 1;
		counts.set(number, (counts.get(number) ?? 0) + 1);
	}

	/** How often a number rang. */
	times(number: string): number {
		return (this.counts.call.get(number) ?? 0) + (this.counts.campaign.get(number) ?? 0);
	}

	/** The numbers that rang more than once. */
	repeated(): string[] {
		return [...this.again];
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
		this.again.clear();
		this.numbers = 0;
	}
}
