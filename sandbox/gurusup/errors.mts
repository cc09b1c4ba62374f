import type { Answer } from '../shared/vendor.mts';

/** GuruSup documents no shape of its errors: a sentence, as an assumption of ours. */
export const guruSupError = (status: number, message: string): Answer => ({
	status,
	body: { message },
});

/** What a request above the pace gets; likewise an assumption. */
export const throttled = (seconds: number): Answer => ({
	...guruSupError(429, 'Too many requests'),
	headers: { 'retry-after': String(seconds) },
});
