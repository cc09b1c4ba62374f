import type { Handler } from '../../shared/vendor.mts';
import type { Account } from '../account.mts';
import { findAgent } from '../agents.mts';
import { alturError } from '../errors.mts';
import { textMessage, threadAnswer } from '../threads.mts';
import type { Thread } from '../threads.mts';
import { messagesOf } from '../transcript.mts';

interface MessageRequest {
	agent_id?: string;
	end_user_id?: string;
	content?: string;
}

/** What the agent says: nothing where nobody answers, more to a question. */
function repliesTo(content: string, { agent, active, blocked }: Thread): string[] {
	if (!active || blocked) return [];
	const greeting = `${agent.name}: recibí «${content.slice(0, 80)}».`;
	return content.includes('?') ? [greeting, '¿Le ayudo con algo más?'] : [greeting];
}

/** Talking as an end user, and reading what was said. */
export function messageHandlers(account: () => Account): Record<string, Handler> {
	return {
		sendMessage({ body }) {
			const asked = body as MessageRequest;
			const { endUsers, threads } = account();
			const agent = findAgent(asked.agent_id ?? '');
			if (!agent) return alturError(404, 'Agent not found');
			const endUser = endUsers.find(asked.end_user_id ?? '');
			if (!endUser) return alturError(404, 'EndUser not found');
			const thread = threads.between(agent, endUser);
			const now = Date.now();
			const content = asked.content ?? '';
			const asSent = textMessage(thread.id, 'EU', content, now);
			const messages = repliesTo(content, thread).map((reply, index) =>
				textMessage(thread.id, 'AI', reply, now + (index + 1) * 1_000),
			);
			threads.say(thread, [asSent, ...messages]);
			thread.updatedAt = now;
			const answer = { thread: threadAnswer(thread), messages, in_response_to: asSent };
			return { status: 200, body: answer };
		},
		listMessages({ params }) {
			const { threads, calls } = account();
			const thread = threads.find(String(params.thread_id));
			if (!thread) return alturError(404, 'Thread not found');
			const spoken = thread.callIds.flatMap((id) => {
				const call = calls.find(id);
				return call ? messagesOf(call, calls) : [];
			});
			const inOrder = [...thread.messages, ...spoken].sort((one, other) =>
				one.sent_at.localeCompare(other.sent_at),
			);
			return { status: 200, body: inOrder };
		},
		getThread({ params }) {
			const thread = account().threads.find(String(params.id));
			if (!thread) return alturError(404, 'Thread not found');
			return { status: 200, body: threadAnswer(thread) };
		},
	};
}
