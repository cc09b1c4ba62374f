/** What may be changed while the sandbox runs, by `POST /sandbox/settings`. */
export interface Settings {
	/** Seconds of the vendor's time that pass in a real second. */
	speed: number;
	/** Every answer takes at least this long. */
	latencyMs: number;
	/** Requests accepted in any sliding second and vendor; 0 = no limit. */
	maxPerSecond: number;
	/** How long a slow answer (number 903, fault `slow`) takes. */
	slowAnswerMs: number;
	/** Where a redirect (number 911, fault `redirect`) leads. */
	redirectTo: string;
	/** Size of a huge answer (number 912, fault `huge`). */
	hugeBytes: number;
	/** Size of a call's recording. */
	recordingBytes: number;
	/** Whether each result of adding contacts names its status: the vendor's schema does not. */
	contactResultStatus: boolean;
	/** `counts` keeps no requests, only numbers about them: for long benches. */
	record: 'all' | 'counts';
}

/** The settings a sandbox starts with and returns to on reset. */
export const defaultSettings: Settings = {
	speed: 60,
	latencyMs: 0,
	maxPerSecond: 0,
	slowAnswerMs: 3_000,
	redirectTo: 'http://redirected.example.com/',
	hugeBytes: 50 * 1024 * 1024,
	recordingBytes: 160_044,
	contactResultStatus: true,
	record: 'all',
};
