import type { Answer } from '../shared/vendor.mts';

/** Zaia's error shape: a code, words for developers, and words for people in three languages. */
export function zaiaError(status: number, message: string): Answer {
	const code = `sandbox/${status}`;
	const feedback = { enUs: message, esEs: message, ptBr: message };
	const cta = { type: 'link', url: 'https://zaia.example.com/help' };
	return {
		status,
		body: { code, cta, feedback, message: `[${status}] ${message}`, name: 'ApiError' },
	};
}

/** What a request above the pace gets; the vendor documents no such answer. */
export function throttled(seconds: number): Answer {
	const refusal = zaiaError(429, 'Too many requests');
	return { ...refusal, headers: { 'retry-after': String(seconds) } };
}
