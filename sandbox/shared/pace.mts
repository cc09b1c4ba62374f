/**
 * A sliding second: at most so many arrivals are let in within any 1,000 ms. Refused arrivals do
 * not count, as in Django REST framework's throttle, whose wording Altur's 429 has.
 */
export class SlidingSecond {
	private admitted: number[] = [];
	private next = 0;

	/** Says for an arrival how many seconds it must wait, 0 if it is let in. */
	secondsToWait(perSecond: number): number {
		if (perSecond <= 0) return 0;
		if (this.admitted.length !== perSecond) {
			this.admitted = new Array<number>(perSecond).fill(-Infinity);
			this.next = 0;
		}
		const now = performance.now();
		const age = now - (this.admitted[this.next] ?? -Infinity);
		if (age < 1_000) return Math.max(1, Math.ceil((1_000 - age) / 1_000));
		this.admitted[this.next] = now;
		this.next = (this.next + 1) % perSecond;
		return 0;
	}

	reset(): void {
		this.admitted = [];
	}
}
