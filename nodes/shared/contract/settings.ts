/** The engine's options, read once a run from its first row. */
export interface Settings {
	concurrency: number;
	requestsPerSecond: number;
	timeoutMs: number;
	maxRetries: number;
}
