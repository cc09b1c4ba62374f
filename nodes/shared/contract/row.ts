import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from './failure';
import type { Reader } from './reader';
import type { Steps, VendorRequest } from './request';

/** One input row, checked. */
export interface Row {
	index: number;
	read: Reader;
	request: VendorRequest;
	/** The row's several requests, for operations that need more than one. */
	steps?: Steps;
}

/** What a row came to. */
export type Result = { items: INodeExecutionData[] } | { pass: Pass } | { failure: Failure };

/**
 * A row with what it came to. `phoneNumber` is the number as dialled, or as typed where it was no number;
 * `line` is its one spelling, where there is one.
 */
export interface Settled {
	index: number;
	phoneNumber?: string;
	line?: string;
	result: Result;
}

/** Why a row was skipped; the values are part of the output. */
export const skipReasons = [
	'alreadyCalled',
	'alreadySent',
	'sameNumber',
	'outsideCallingHours',
] as const;

export type SkipReason = (typeof skipReasons)[number];

/** The outcomes of a row that came to a result, or that was held back on purpose. */
export const otherOutcomes = ['placed', 'skipped', 'checked'] as const;

/** A row that was not sent, and is no failure of this run. */
export type Pass =
	| { outcome: 'skipped'; reason: SkipReason; message: string }
	| { outcome: 'unknown'; message: string }
	| { outcome: 'checked'; message: string };

/** Looks at each row just before its request leaves. */
export interface Gate {
	/** How the run's hint names this protection, and whether it is on: "Check Only off". */
	inForce?: string;
	/** What else the run's hint should say, asked once the run is over; whole sentences. */
	warnings?: () => string[];
	/** A reason to leave the row out; nothing lets it through. */
	look: (row: Row) => Promise<Pass | undefined> | Pass | undefined;
	/** Called when the row is known not to have taken place, so that a later run may try again. */
	notPlaced?: (row: Row) => void;
	/** Called when the row may have taken place, and nobody will tell. */
	unclear?: (row: Row) => void;
	/** Called when the vendor has accepted the row. */
	placed?: (row: Row) => void;
	/** Called when the run ends, however it ends. */
	close?: () => Promise<void>;
}

/** Makes the gates of one run; throws where the run cannot keep what the form promises. */
export type Gates = (
	context: IExecuteFunctions,
	rows: Row[],
	/** How many rows are under way at once. */
	lanes: number,
) => Promise<Gate[]>;
