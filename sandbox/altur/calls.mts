import type { Clock } from '../shared/clock.mts';
import { Latest } from '../shared/latest.mts';
import { newCallId } from './callId.mts';
import { scriptFor } from './callScript.mts';
import type { CallScript, CallStatus } from './callScript.mts';
import type { CallOutcome } from './reservedNumbers.mts';
import { threadAnswer } from './threads.mts';
import type { Thread } from './threads.mts';

/** A placed call. Its state is computed when somebody looks. */
export interface Call {
	id: string;
	number: string;
	thread: Thread;
	outcome: CallOutcome;
	createdAt: number;
	/** The clock's time when it was created. */
	began: number;
	initialMessage?: string;
	campaign?: { campaignId: number; contactId: number };
	/** Set when a test ended it before its time. */
	endedEarly?: { afterSeconds: number; status: CallStatus };
}

/** A call's state at one moment. */
export interface CallState {
	status: CallStatus;
	isOver: boolean;
	answeredBy: 'human' | 'machine' | null;
	startedAt: number | null;
	endedAt: number | null;
	duration: number | null;
}

function statusAt(script: CallScript, elapsed: number): CallStatus {
	return script.steps.findLast((step) => step.after <= elapsed)?.status ?? 'created';
}

/** The calls of one account. */
export class Calls {
	private byId = new Map<string, Call>();
	private going = new Set<Call>();
	readonly latest = new Latest<Call>();
	private readonly clock: Clock;

	constructor(clock: Clock) {
		this.clock = clock;
	}

	place(call: Omit<Call, 'id' | 'createdAt' | 'began'>): Call {
		const placed = { ...call, id: newCallId(), createdAt: Date.now(), began: this.clock.now() };
		this.byId.set(placed.id, placed);
		this.going.add(placed);
		this.latest.add(placed);
		call.thread.callIds.push(placed.id);
		return placed;
	}

	find(id: string): Call | undefined {
		return this.byId.get(id);
	}

	all(): IterableIterator<Call> {
		return this.byId.values();
	}

	get count(): number {
		return this.byId.size;
	}

	/** How many are not over yet. Those once found over are not looked at again. */
	get goingOn(): number {
		for (const call of this.going) if (this.secondsLeft(call) <= 0) this.going.delete(call);
		return this.going.size;
	}

	/** Seconds of the clock since it was placed, until its end. */
	secondsLasted(call: Call): number {
		return this.elapsed(call) + Math.min(0, this.secondsLeft(call));
	}

	private elapsed(call: Call): number {
		return (this.clock.now() - call.began) / 1_000;
	}

	/** Seconds of the clock until the call is over; 0 or less when it is. */
	secondsLeft(call: Call): number {
		const planned = scriptFor(call.number, call.outcome).overAfter;
		return (call.endedEarly?.afterSeconds ?? planned) - this.elapsed(call);
	}

	/** How long somebody has been listening. */
	secondsTalked(call: Call): number {
		const { answeredAfter } = scriptFor(call.number, call.outcome);
		return answeredAfter === null ? 0 : this.secondsLasted(call) - answeredAfter;
	}

	/** Ends a call now, as hanging up does. */
	end(call: Call, status: CallStatus): void {
		if (this.secondsLeft(call) > 0) {
			call.endedEarly = { afterSeconds: this.elapsed(call), status };
		}
	}

	state(call: Call, elapsed = this.elapsed(call)): CallState {
		const script = scriptFor(call.number, call.outcome);
		const overAfter = call.endedEarly?.afterSeconds ?? script.overAfter;
		const isOver = elapsed >= overAfter;
		const plannedStatus = statusAt(script, Math.min(elapsed, overAfter));
		const status = isOver && call.endedEarly ? call.endedEarly.status : plannedStatus;
		const at = (seconds: number): number => call.createdAt + Math.round(seconds * 1_000);
		const answered = script.answeredAfter;
		const isAnswered = answered !== null && Math.min(elapsed, overAfter) >= answered;
		const talk = isAnswered ? Math.round(overAfter - answered) : 0;
		return {
			status,
			isOver,
			answeredBy: isAnswered ? script.answeredBy : null,
			startedAt: isAnswered ? at(answered) : null,
			endedAt: isOver ? at(overAfter) : null,
			duration: isOver ? talk : null,
		};
	}

	/** A call as Altur answers it, so many seconds old: without the number that was called. */
	answer(call: Call, elapsed = this.elapsed(call)): Record<string, unknown> {
		const state = this.state(call, elapsed);
		const moment = (at: number | null): string | null =>
			at === null ? null : new Date(at).toISOString();
		return {
			id: call.id,
			thread: threadAnswer(call.thread),
			type: 'outbound',
			status: state.status,
			answered_by: state.answeredBy,
			created_at: moment(call.createdAt),
			started_at: moment(state.startedAt),
			ended_at: moment(state.endedAt),
			duration: state.duration,
			billable_duration: state.duration,
		};
	}
}
