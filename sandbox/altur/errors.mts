import type { Answer } from '../shared/vendor.mts';

/** Altur's error shape: the status again, and a sentence. */
export function alturError(
	status: number,
	message: string,
	more: Record<string, unknown> = {},
): Answer {
	return { status, body: { error: status, message, ...more } };
}

/** What a request above the pace gets. */
export function throttled(seconds: number): Answer {
	const wait = `${seconds} second${seconds === 1 ? '' : 's'}`;
	const detail = `Request was throttled. Expected available in ${wait}.`;
	return { status: 429, body: { detail } };
}
