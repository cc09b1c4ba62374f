import type { IExecuteFunctions } from 'n8n-workflow';
import type { Row } from './row';

/** Why a row was left out on purpose; the values are part of the output. */
export type SkipReason = 'alreadyCalled' | 'alreadySent' | 'sameNumber' | 'outsideCallingHours';

/** A row that was not sent, and is no failure of this run. */
export type Pass =
	| { outcome: 'skipped'; reason: SkipReason; message: string }
	| { outcome: 'unknown'; message: string }
	| { outcome: 'checked'; message: string };

/** Looks at each row just before its request leaves. */
export interface Gate {
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
