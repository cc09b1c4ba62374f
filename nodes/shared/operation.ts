import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Bundle } from './bundle';
import type { Answer } from './happening';
import type { Gates } from './gate';
import type { Pause } from './pause';
import type { Reader } from './reader';

/**
 * How often a request may reach the vendor: `safe` reads as often as needed, `never` (places a call,
 * sends a message) at most once, `keyed` again under the same idempotency key.
 */
export type Repeat = 'safe' | 'never' | 'keyed';

/** One HTTP request to the vendor, without host and credential: the engine adds both. */
export interface VendorRequest {
	method: IHttpRequestMethods;
	/** Path below the credential's base URL; ids in it are already encoded. */
	url: string;
	qs?: IDataObject;
	body?: IDataObject;
	headers?: Record<string, string>;
	/** Fields of the answer that are dropped on arrival: neither output nor the execution's record get them. */
	drop?: string[];
	/** How the answer's body arrives; JSON unless told. */
	encoding?: 'stream';
	/** Overrides the operation's own `repeat` for this request. */
	repeat?: Repeat;
	/** In place of the run's own settings. */
	patience?: { timeoutMs: number; maxRetries: number };
	/** The number it rings, as dialled: named in every message and output about the row. */
	phoneNumber?: string;
}

/** Sends one request under the engine's rules; throws a `Failure` that says what is known of the outcome. */
export type Send = (request: VendorRequest) => Promise<Answer>;

/** What n8n offers to an operation besides HTTP: storing binaries, asking for the cancel signal. */
export type Host = Pick<IExecuteFunctions, 'helpers'> & {
	itemIndex: number;
	cancelled?: AbortSignal;
	/** Adds a hint to the output pane. */
	hint: (message: string) => void;
};

/** The requests of one row, one after the other. */
export type Steps = (send: Send, host: Host) => Promise<INodeExecutionData[]>;

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
	/** For several requests. Reads while the rows are checked; what it answers with sends, once its turn comes. */
	run?: (read: Reader, request: VendorRequest) => Steps;
	/** Names what came out of a row in its `outcome` field; without it outputs carry none. */
	outcome?: 'placed';
	/** Reasons to leave a row out, looked at just before it would leave. */
	gates?: Gates;
	/** Rows go out together, many in one request. */
	bundle?: Bundle;
	/** What to do about an error answer, where the operation knows better than the engine. */
	adviceOn?: (answer: Answer) => string | undefined;
	/** Pauses the execution once the row was accepted, until its resume URL is called. One row a run; no tool. */
	pause?: Pause;
	/** Statuses after which the rest would fail alike, so that the run ends. */
	endsRun?: number[];
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
	/** The vendor's own words in an error answer, if it has any. */
	errorText: (body: unknown) => string | undefined;
}
