import type { Row } from './row';

/** Why a row was left out on purpose; the values are part of the output. */
export type SkipReason = 'alreadyCalled' | 'sameNumber' | 'outsideCallingHours';

/** A row left out on purpose, or only checked. */
export type Pass =
	| { outcome: 'skipped'; reason: SkipReason; message: string }
	| { outcome: 'checked'; message: string };

/** Looks at a row just before its request leaves. */
export interface Gate {
	/** A reason to leave the row out; nothing lets it through. */
	look: (row: Row) => Promise<Pass | undefined> | Pass | undefined;
	/** Called when the vendor refused the row, so that a later run may try again. */
	refused?: (row: Row) => Promise<void>;
}
