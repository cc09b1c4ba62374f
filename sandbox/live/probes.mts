/** What was learned from earlier answers: an ID or two to ask for. */
export type Known = Record<string, string | undefined>;

/** One read of a vendor's API. */
export interface Probe {
	/** As in the contract; names in braces come from what is known. */
	path: string;
	query?: Record<string, string>;
	/** What later probes need of the answer. */
	learn?: (body: Json) => Known;
}

/** JSON of which nobody knows the shape yet. */
export interface Json {
	[key: string]: Json | undefined;
}

/** A vendor that can be looked at with a real key. */
export interface LiveVendor {
	contract: string;
	/** Environment variables for the key and, if not the vendor's own, the address. */
	keyVariable: string;
	baseUrlVariable: string;
	headers: (key: string) => Record<string, string>;
	/** Where the vendor serves its own OpenAPI document, if it does. */
	description?: string;
	probes: Probe[];
	/** What is assumed and only a write could show; printed at the end, never tried. */
	onlyByWriting?: string[];
}

/** An ID or the like as text, if there is one. */
export const text = (value: Json | undefined): string | undefined =>
	value === undefined || value === null ? undefined : String(value as unknown);

/** The first element of a list. */
export const first = (list: Json | undefined): Json | undefined => list?.[0];
