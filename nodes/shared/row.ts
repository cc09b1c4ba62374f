import type { INodeExecutionData } from 'n8n-workflow';
import type { Failure } from './failure';
import type { Pass } from './gate';
import type { Steps, VendorRequest } from './operation';
import type { Reader } from './reader';

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

/** A row with what it came to; `phoneNumber` is the number as dialled, or as typed where it was no number. */
export interface Settled {
	index: number;
	phoneNumber?: string;
	result: Result;
}
