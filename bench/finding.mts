/** One line of the table: what was found, and whether it is what the package promises. */
export interface Finding {
	row: string;
	work: string;
	found: string;
	promise: string;
	ratio: number;
	kept: boolean;
}

/** Seconds, for people. */
export const s = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Megabytes, for people. */
export const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
