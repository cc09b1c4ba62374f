import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Failure } from './failure';
import type { Reader } from './reader';
import type { Answer, Repeat, Steps, VendorRequest } from './request';
import type { Gates } from './row';

/** How the rows of a run go out together in few requests, each row getting its own result. */
export interface Bundle {
	/** The most rows in one request. */
	largest: number;
	/** The most bytes of JSON in one request, by the rows' own; a single row may have more. */
	mostBytes?: number;
	/** Rows whose requests are named alike may go out together. */
	group: (request: VendorRequest) => string;
	/** Makes one request of several. */
	join: (requests: VendorRequest[]) => VendorRequest;
	/** The header for the idempotency key. */
	keyHeader: string;
	/** One result a request, in their order. */
	results: (body: unknown, requests: VendorRequest[]) => IDataObject[];
	/** The result of a row whose line an earlier row of the run has at the same address: it is not sent. */
	sameLine?: (earlier: IDataObject, row: number, request: VendorRequest) => IDataObject;
	/** What the output pane should say of all results, if anything. */
	hint?: (results: IDataObject[]) => string | undefined;
	/** What a row says in the bundle's own words when its request failed. */
	failed: (failure: Failure) => IDataObject;
}

/** One entry of the form's "Operation" list, and all the engine must know to run it. */
export interface Operation {
	option: INodePropertyOptions & { value: string; action: string; description: string };
	repeat: Repeat;
	properties: INodeProperties[];
	/** Entries of the "Options" collection beyond the engine's own. */
	options?: INodeProperties[];
	/** What the option Concurrency means here, where a row is more than one request. */
	concurrency?: string;
	/** Checks one row and shapes its (first) request. Pure: throws `BadInput`, sends nothing. */
	request: (read: Reader) => VendorRequest;
	/** Shapes the answer; without it the body passes through. */
	output?: (body: unknown, read: Reader) => IDataObject | IDataObject[];
	/** True where an answer without a body still means that it was accepted. */
	mayAnswerNothing?: true;
	/** What an answer must hold to say that a change was made; without it any object that is not empty does. */
	isAcceptance?: (body: IDataObject) => boolean;
	/**
	 * For several requests. Reads while the rows are checked; what it answers with sends, once its turn comes.
	 * Nothing for a row that is one request.
	 */
	run?: (read: Reader, request: VendorRequest) => Steps | undefined;
	/** Read before any row is checked, because rows are checked by it. */
	guide?: Guide;
	/** Fields that hold no expression in an AI tool: what they decide is not the model's. */
	constantInTool?: string[];
	/** Names what came out of a row in its `outcome` field; without it outputs carry none. */
	outcome?: 'placed';
	/** What a row was that was carried out, in the run's hint: "164 called"; `done` by default. */
	past?: string;
	/** Reasons to leave a row out, looked at just before it would leave. */
	gates?: Gates;
	/** The header for the idempotency key of a `keyed` operation whose rows go out one by one. */
	keyHeader?: string;
	/** Rows go out together, many in one request. */
	bundle?: Bundle;
	/** What to do about an error answer, where the operation knows better than the engine. */
	adviceOn?: (answer: Answer) => string | undefined;
	/** Pauses the execution once the row was accepted, until its resume URL is called. One row a run; no tool. */
	pause?: Pause;
	/** Statuses after which the rest would fail alike, so that the run ends. */
	endsRun?: number[];
}

/** What the vendor says of itself, for the check of rows; kept for some minutes. */
export interface Guide {
	request: VendorRequest;
	/** False for a row that cannot be sent anyway. */
	isNeeded: (read: Reader) => boolean;
}

export interface Resource {
	option: INodePropertyOptions & { value: string };
	operations: Operation[];
}

/** What the engine must know of a vendor. */
export interface Vendor {
	name: string;
	/** Name of the credential type. */
	credential: string;
	/** Default of "Requests per Second"; 0 means no limit of ours. */
	requestsPerSecond: number;
	resources: Resource[];
	/** Where its error answers hold words that the common shapes do not; the engine reads those by itself. */
	errorText?: (body: unknown) => string | undefined;
}

/**
 * Sends the execution to sleep once the vendor has accepted the row, until someone calls its resume URL.
 * The node's own `webhook` method then shapes what came.
 */
export interface Pause {
	minutes: (read: Reader) => number;
	/** What the execution goes on with when nobody called in time. */
	timedOut: (read: Reader) => IDataObject;
}
