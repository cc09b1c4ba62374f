import type { Clock } from '../shared/clock.mts';
import type { Call, Calls } from './calls.mts';

/** A longer wait than timers can do would end at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Reports the end of each call once, as it happens. Without a listener it sets no timers. */
export class CallEnds {
	private timers = new Map<string, NodeJS.Timeout>();
	private reported = new Set<string>();
	private readonly calls: Calls;
	private readonly clock: Clock;
	private readonly isWanted: () => boolean;
	private readonly tell: (call: Call) => void;

	constructor(calls: Calls, clock: Clock, isWanted: () => boolean, tell: (call: Call) => void) {
		this.calls = calls;
		this.clock = clock;
		this.isWanted = isWanted;
		this.tell = tell;
	}

	/** Waits for the end of a call, if anybody wants to know. */
	watch(call: Call): void {
		if (!this.isWanted()) return;
		const left = Math.max(0, this.calls.secondsLeft(call) * 1_000) / this.clock.speed;
		const timer = setTimeout(
			() => {
				this.timers.delete(call.id);
				// The clock may have been slowed down meanwhile.
				if (this.calls.secondsLeft(call) > 0) this.watch(call);
				else this.report(call);
			},
			Math.min(longestTimerMs, Math.ceil(left) + 1),
		).unref();
		this.timers.set(call.id, timer);
	}

	report(call: Call): void {
		clearTimeout(this.timers.get(call.id));
		this.timers.delete(call.id);
		if (!this.isWanted() || this.reported.has(call.id)) return;
		this.reported.add(call.id);
		this.tell(call);
	}

	stop(): void {
		for (const timer of this.timers.values()) clearTimeout(timer);
		this.timers.clear();
	}
}
