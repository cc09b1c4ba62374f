import { Latest } from './latest.mts';
import type { RecordedRequest } from './requestLog.mts';

/** A request that did not get what it asked for. */
export interface Refusal {
	vendor: string;
	method: string;
	path: string;
	status: RecordedRequest['status'];
	/** What the vendor said about it. */
	words: string;
}

const mostWords = 300;
const wherePeopleLook = ['message', 'detail', 'error'];

function wordsIn(body: unknown): string {
	if (body === undefined || body === null) return '';
	if (typeof body !== 'object') return String(body);
	const sentences = wherePeopleLook.map((name) => (body as Record<string, unknown>)[name]);
	const sentence = sentences.find((value) => typeof value === 'string');
	return String(sentence ?? JSON.stringify(body));
}

/** The latest requests that were refused or lost, also where no request is kept. */
export class Refusals {
	private kept = new Latest<Refusal>();

	/** Looks at an answer and notes it if it is none that was hoped for. */
	note(request: RecordedRequest, status: RecordedRequest['status'], body?: unknown): void {
		if (typeof status === 'number' && status < 400) return;
		const { vendor, method, path } = request;
		const words = wordsIn(body).slice(0, mostWords);
		this.kept.add({ vendor, method, path: path.slice(0, mostWords), status, words });
	}

	get latest(): Latest<Refusal> {
		return this.kept;
	}

	reset(): void {
		this.kept = new Latest();
	}
}
