import { Spacing } from './spacing';
import type { Start } from './spacing';

/** Room for what jitters on the way, in a rate that is found by trying: wider, and it is never reached. */
const MARGIN = 1.02;

/** A rate that was never refused before is halved: others may be as many as this process is. */
const HALF = 0.5;

/** One refusal among many answers is somebody's try of a little more: the larger share gives more. */
const A_LITTLE = 0.85;

/** Two refusals within this are more than a try. */
const IN_A_ROW_MS = 10_000;

/** A refusal this soon after a step up is the step's. */
const STEP_MS = 3_000;

/** How long before the first tries of more; then a share is tried the less often the larger it is. */
const FIRST_MS = 2_000;
const PER_SHARE_MS = 50_000;
const LONGEST_MS = 180_000;

/** Where more was taken, the next try comes so many times sooner. */
const SOONER = 4;

/** A share that others' tries have lowered is known to be free again soon. */
const BACK_MS = 30_000;

/** A vendor that lets nothing in says nothing about a rate. */
const SLOWEST = 0.125;

/**
 * The rate at which a vendor takes requests of this process, learnt from its refusals: down by a part, up
 * one a second at a time. Whoever else uses the account is heard by the refusals alone, so that processes
 * settle below the limit without knowing of each other. Whole numbers: shares that add up to the limit
 * then never exceed it, however the processes' seconds lie. Measured in `test/shared/pace/fleet.test.mts`.
 */
export class LearnedRate {
	/** Requests a second; nothing as long as none was refused. */
	perSecond?: number;
	private readonly spacing = new Spacing(MARGIN);
	private readonly random: () => number;
	private loweredAt = -Infinity;
	/** The latest step up since then, and from where. */
	private step?: { at: number; from: number };
	private nextStepAt = 0;
	/** Steps that were taken since the latest refusal. */
	private steps = 0;
	/** A step was refused once: the limit is known, and is tried with care. */
	private isFound = false;
	/** The latest refusal that no step of its own explains: two tries may meet by chance. */
	private hitAt = -Infinity;
	/** What it was before others lowered it; forgotten once coming back there is refused. */
	private back = 0;
	/** Learnt by counting what was let in, since there was no pace: more of those refusals may be on their way. */
	private isCounted = false;

	constructor(random: () => number = Math.random) {
		this.random = random;
	}

	/** When the next request may start. */
	freeAt(): number {
		return this.perSecond === undefined ? 0 : this.spacing.freeAt(this.perSecond);
	}

	/** @param asked what the run itself allows a second */
	started(start: Start, asked: number): void {
		this.spacing.started(start, this.perSecond ?? asked);
		if (this.perSecond === undefined || this.perSecond >= asked || start.at < this.nextStepAt)
			return;
		if (this.step) this.steps += 1;
		this.step = { at: start.at, from: this.perSecond };
		this.perSecond += Math.min(1, this.perSecond);
		this.stepAfter(start.at);
	}

	/** The vendor refused one; nothing leaves before `resumesAt`. */
	refused(start: Start, asked: number, resumesAt: number, now: number): void {
		start.refused = true;
		// What had left before the rate was lowered says nothing about the lower one.
		if (start.at > this.loweredAt) {
			this.isCounted = this.perSecond === undefined && asked === Infinity;
			this.perSecond = this.lowered(start, this.perSecond ?? asked);
			this.isFound ||= this.step !== undefined;
			this.step = undefined;
			this.steps = 0;
			this.loweredAt = now;
		} else if (this.isCounted) {
			this.perSecond = Math.min(this.perSecond!, this.counted(start));
		}
		this.stepAfter(resumesAt);
	}

	private lowered(start: Start, from: number): number {
		if (from === Infinity) return this.counted(start);
		this.back = 0;
		if (this.step && (!this.isFound || start.at - this.step.at < STEP_MS)) return this.step.from;
		const isAlone = this.isFound && start.at - this.hitAt > IN_A_ROW_MS;
		this.hitAt = start.at;
		if (this.isFound) this.back = from;
		const lower = from * (isAlone ? A_LITTLE : HALF);
		return lower > 1 ? Math.floor(lower) : Math.max(lower, SLOWEST);
	}

	private counted(start: Start): number {
		return Math.max(1, this.spacing.letIn(start.at));
	}

	private stepAfter(from: number): void {
		if (this.perSecond! < this.back) {
			this.nextStepAt = from + BACK_MS * (0.75 + this.random() / 2);
			return;
		}
		const share = Math.min(PER_SHARE_MS * this.perSecond!, LONGEST_MS) / SOONER ** this.steps;
		const everyMs = this.isFound ? Math.max(share, FIRST_MS) : FIRST_MS;
		this.nextStepAt = from + everyMs * (0.75 + this.random() / 2);
	}
}
