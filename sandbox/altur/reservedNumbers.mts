import type { Fault } from '../shared/faults.mts';

/** How a call goes that was placed. */
export type CallOutcome =
	'answered' | 'busy' | 'no-answer' | 'failed' | 'machine' | 'forwarded' | 'endless';

/** What calling a number leads to. */
export interface NumberPlan {
	outcome: CallOutcome;
	fault?: Fault;
	/** The fault strikes only the first request for this number. */
	onlyFirst?: boolean;
}

/** `+52 55 5000 0NNN`; the last three digits decide. */
const reserved = /^\+525550000(\d{3})$/;

const outcomes: Record<string, CallOutcome> = {
	'001': 'busy',
	'002': 'no-answer',
	'003': 'failed',
	'004': 'machine',
	'005': 'forwarded',
	'006': 'endless',
};

const faults: Record<string, Fault> = {
	'428': { kind: 'throttled' },
	'429': { kind: 'throttled' },
	'901': { kind: 'reset', carriedOut: false },
	'902': { kind: 'reset' },
	'903': { kind: 'slow' },
	'904': { kind: 'silence' },
	'905': { kind: 'status', status: 500, carriedOut: true },
	'906': { kind: 'html' },
	'907': { kind: 'empty' },
	'908': { kind: 'noContent' },
	'909': { kind: 'half' },
	'910': { kind: 'gzip' },
	'911': { kind: 'redirect' },
	'912': { kind: 'huge' },
};

const isError = (digits: string): boolean => /^[45]\d\d$/.test(digits);

/** The plan for a number; numbers that are not reserved are answered by a person. */
export function planFor(number: string): NumberPlan {
	const digits = reserved.exec(number)?.[1];
	if (digits === undefined) return { outcome: 'answered' };
	const fault = faults[digits];
	if (fault) return { outcome: 'answered', fault, onlyFirst: digits === '429' };
	if (isError(digits)) {
		return { outcome: 'answered', fault: { kind: 'status', status: Number(digits) } };
	}
	return { outcome: outcomes[digits] ?? 'answered' };
}
