import { OperationalError, UserError } from 'n8n-workflow';

/** The outcomes of a row that did not come to a result. */
export const failedOutcomes = ['refused', 'unknown', 'failed', 'notAttempted'] as const;

/** What a row came to, where it did not come to a result. */
export type FailedOutcome = (typeof failedOutcomes)[number];

/** What was thrown, in its own words. */
export const reasonOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

/** Something in a row that cannot be sent. Thrown before anything is sent. */
export class BadInput extends UserError {
	/** The field's name in the form. */
	readonly field: string;

	constructor(field: string, reason: string) {
		super(`${field}: ${reason}`);
		this.field = field;
	}
}

/** A row that failed, with what is known of its effect and what to do next. */
export class Failure extends OperationalError {
	readonly outcome: FailedOutcome;
	readonly advice: string;
	readonly status?: number;
	/** The reason in a few words, the same for all rows that failed alike: a hint counts by it. */
	readonly inShort: string;

	constructor(
		outcome: FailedOutcome,
		message: string,
		advice = '',
		status?: number,
		inShort = message,
	) {
		super(message);
		this.outcome = outcome;
		this.advice = advice;
		this.status = status;
		this.inShort = inShort;
	}
}
