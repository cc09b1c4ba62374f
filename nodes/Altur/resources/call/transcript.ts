import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../../../shared/contract/failure';
import type { Send } from '../../../shared/contract/request';
import { listIn } from '../../../shared/lists/listIn';
import { asObject, isPathId, plainText } from '../../../shared/values/json';

/** Who speaks, by the names of a thread's messages and of an event's transcript. */
const SPEAKERS: Record<string, string> = {
	AI: 'Agent',
	assistant: 'Agent',
	EU: 'Person',
	user: 'Person',
	SYS: 'System',
};

const timeOf = ({ sentAt }: IDataObject): number => Date.parse(plainText(sentAt) ?? '');

function lineOf({ sentBy, content }: IDataObject): string {
	const said = (plainText(content) ?? '').replace(/\s+/g, ' ').trim();
	const who = plainText(sentBy) ?? '';
	return `${SPEAKERS[who] ?? (who || 'Unknown')}: ${said}`;
}

/** What was said in a thread, in the order of time where every message tells its own. */
function transcriptIn(body: unknown): { messages: IDataObject[]; text: string } {
	const messages = listIn(body).map((one) => {
		const { sent_by: sentBy, sent_at: sentAt, content } = asObject(one);
		return { sentBy, sentAt, content } as IDataObject;
	});
	if (!messages.some((one) => Number.isNaN(timeOf(one)))) {
		messages.sort((a, b) => timeOf(a) - timeOf(b));
	}
	return { messages, text: messages.map(lineOf).join('\n') };
}

/** The messages of a call's thread; throws where the call names none. Source: Altur's page "GET /message/{thread_id}". */
export async function transcriptOf(call: IDataObject, send: Send): Promise<IDataObject> {
	const { id: threadId } = asObject(call.thread);
	if (typeof threadId !== 'string' || !isPathId(threadId)) {
		const advice = 'Look the call up in Altur.';
		throw new Failure('failed', 'The call names no thread, so there is no transcript.', advice);
	}
	const url = `/message/${encodeURIComponent(threadId)}`;
	const { body } = await send({ method: 'GET', url, repeat: 'safe' });
	return { threadId, ...transcriptIn(body) };
}
