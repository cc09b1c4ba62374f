import { numberOrder } from './numberOrder.mts';
import type { CallOutcome } from './reservedNumbers.mts';

export type CallStatus =
	| 'created'
	| 'queued'
	| 'ringing'
	| 'in-progress'
	| 'forwarding'
	| 'ended'
	| 'busy'
	| 'no-answer'
	| 'failed';

/** How a call goes, in seconds after it was created. */
export interface CallScript {
	steps: Array<{ after: number; status: CallStatus }>;
	answeredBy: 'human' | 'machine' | null;
	/** When somebody or something answered; null if nobody did. */
	answeredAfter: number | null;
	overAfter: number;
}

const setUp: CallScript['steps'] = [
	{ after: 0, status: 'created' },
	{ after: 1, status: 'queued' },
	{ after: 2, status: 'ringing' },
];
const answeredAfter = 6;
const tenYears = 10 * 365 * 24 * 3600;

/** The same number always talks for the same time: 20 to 79 seconds. */
const secondsOfTalk = (number: string): number => 20 + (numberOrder(number) % 60);

function unanswered(status: CallStatus, overAfter: number): CallScript {
	const steps = [...setUp, { after: overAfter, status }];
	return { steps, answeredBy: null, answeredAfter: null, overAfter };
}

function answered(answeredBy: 'human' | 'machine', talk: number, forwarded = false): CallScript {
	const overAfter = answeredAfter + talk;
	const steps = [...setUp, { after: answeredAfter, status: 'in-progress' as CallStatus }];
	if (forwarded) steps.push({ after: answeredAfter + talk / 2, status: 'forwarding' });
	steps.push({ after: overAfter, status: 'ended' });
	return { steps, answeredBy, answeredAfter, overAfter };
}

/** What happens when a number is called. */
export function scriptFor(number: string, outcome: CallOutcome): CallScript {
	switch (outcome) {
		case 'answered':
			return answered('human', secondsOfTalk(number));
		case 'machine':
			return answered('machine', 12);
		case 'forwarded':
			return answered('human', 40, true);
		case 'endless':
			return answered('human', tenYears);
		case 'busy':
			return unanswered('busy', 5);
		case 'no-answer':
			return unanswered('no-answer', 32);
		case 'failed':
			return unanswered('failed', 3);
	}
}
