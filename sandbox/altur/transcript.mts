import type { Call, Calls } from './calls.mts';
import { textMessage } from './threads.mts';
import type { Message } from './threads.mts';

/** A line of a call, as Altur's webhook tells it. */
export interface TranscriptLine {
	sent_by: 'assistant' | 'user';
	sent_at: string;
	content: string;
}

interface Line {
	by: TranscriptLine['sent_by'];
	after: number;
	content: string;
}

function linesOf({ thread, initialMessage }: Call): Line[] {
	const opening = `Hola, ¿hablo con ${thread.endUser.display_name}?`;
	return [
		{ by: 'assistant', after: 1, content: initialMessage ?? opening },
		{ by: 'user', after: 4, content: 'Sí, ¿quién habla?' },
		{ by: 'assistant', after: 7, content: `Le habla ${thread.agent.name}.` },
		{ by: 'user', after: 12, content: 'De acuerdo, muchas gracias.' },
	];
}

function spokenLines(call: Call, calls: Calls): Array<Line & { at: number }> {
	const { startedAt, answeredBy } = calls.state(call);
	if (startedAt === null || answeredBy === null) return [];
	const heard = calls.secondsTalked(call);
	return linesOf(call)
		.filter(({ by, after }) => after <= heard && (by === 'assistant' || answeredBy === 'human'))
		.map((line) => ({ ...line, at: startedAt + line.after * 1_000 }));
}

/** What has been said in a call so far. */
export function transcriptOf(call: Call, calls: Calls): TranscriptLine[] {
	return spokenLines(call, calls).map(({ by, at, content }) => ({
		sent_by: by,
		sent_at: new Date(at).toISOString(),
		content,
	}));
}

/** The same as messages of the call's thread. */
export function messagesOf(call: Call, calls: Calls): Message[] {
	return spokenLines(call, calls).map(({ by, at, content }) =>
		textMessage(call.thread.id, by === 'assistant' ? 'AI' : 'EU', content, at),
	);
}
