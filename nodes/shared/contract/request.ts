import type {
	IBinaryData,
	IDataObject,
	IHttpRequestMethods,
	INodeExecutionData,
} from 'n8n-workflow';

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
	/** How the answer's body arrives; JSON unless told. JSON in place of a file is read as the vendor's words. */
	encoding?: 'stream';
	/** Overrides the operation's own `repeat` for this request. */
	repeat?: Repeat;
	/** True where an answer without content, or a list, still means that this was accepted. */
	mayAnswerNothing?: true;
	/** In place of the run's own settings. */
	patience?: { timeoutMs: number; maxRetries: number };
	/** The number it rings, as dialled: named in every message and output about the row. */
	phoneNumber?: string;
	/** Whom it reaches: the same for all spellings of one number. */
	line?: string;
}

/** Sends one request under the engine's rules; throws a `Failure` that says what is known of the outcome. */
export type Send = (request: VendorRequest) => Promise<Answer>;

/** What an operation of several requests may do besides sending. */
export interface Host {
	itemIndex: number;
	/** Waits that many milliseconds, or until the user presses Stop. */
	wait: (ms: number) => Promise<void>;
	cancelled?: AbortSignal;
	/** Adds a hint to the output pane. */
	hint: (message: string) => void;
	/**
	 * Hands a streamed answer to n8n as a file, as it is; throws where it falls silent or breaks off.
	 * @param named says from the first bytes what the file is; where it throws nothing is stored
	 */
	store: (
		answer: Answer,
		named: (beginning: Uint8Array) => StoredAs,
	) => Promise<StoredAs & { binary: IBinaryData }>;
}

/** Under which name and media type n8n keeps a file. */
export interface StoredAs {
	fileName: string;
	mimeType: string;
}

/** The requests of one row, one after the other. */
export type Steps = (send: Send, host: Host) => Promise<INodeExecutionData[]>;

/** The vendor answered, with whatever status. */
export interface Answer {
	status: number;
	headers: IDataObject;
	body: unknown;
	/** The proxy of n8n gave it, and let nothing through to the vendor. */
	byProxy?: boolean;
}
