import { randomUUID } from 'node:crypto';
import type { Handler } from '../../shared/vendor.mts';
import { chats, threads, ticketOf } from '../conversations.mts';
import type { ChatMessage } from '../conversations.mts';
import { zaiaError } from '../errors.mts';
import { responders } from '../people.mts';
import type { Workspace } from '../workspace.mts';

type NewMessage = Pick<
	ChatMessage,
	'chatId' | 'chatThreadId' | 'content' | 'externalId' | 'senderId' | 'role'
>;

const several = (value: unknown): string[] =>
	value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);

const isThreadOf = (chatThreadId: unknown, chatId: unknown): boolean =>
	threads.some((thread) => thread.id === chatThreadId && thread.chatId === chatId);

/** Messages of a chat: reading and writing. */
export function chatMessageHandlers(workspace: () => Workspace): Record<string, Handler> {
	const isSender = (id: unknown): boolean =>
		responders.some((responder) => responder.id === id) ||
		workspace().externalUsers.some(({ superIdentityId }) => superIdentityId === id);

	return {
		listChatMessages({ query }) {
			const { chatId, chatThreadId } = query;
			if (!chats.some(({ id }) => id === chatId)) return zaiaError(404, 'Chat not found');
			const ticketIds = several(query.ticketIds);
			const joins = several(query.joins);
			const limit = Number(query['pagination[limit]'] ?? 250);
			const found = workspace().messages.filter(
				(message) =>
					message.chatId === chatId &&
					(chatThreadId === undefined || message.chatThreadId === chatThreadId) &&
					(ticketIds.length === 0 || ticketIds.includes(ticketOf(message) ?? '')),
			);
			const rows = found.slice(0, limit).map((message) => ({
				...message,
				...(joins.includes('senders') ? { sender: { id: message.senderId } } : {}),
				...(joins.includes('chat-message-follow-ups') ? { chatMessageFollowUps: [] } : {}),
				...workspace().drift,
			}));
			return { status: 200, body: rows };
		},
		createChatMessage({ body }) {
			const asked = body as NewMessage;
			const { chatId, chatThreadId, senderId } = asked;
			if (!chats.some(({ id }) => id === chatId)) return zaiaError(404, 'Chat not found');
			if (chatThreadId !== null && !isThreadOf(chatThreadId, chatId))
				return zaiaError(404, 'Chat thread not found');
			if (!isSender(senderId)) return zaiaError(404, 'Sender not found');
			const now = new Date().toISOString();
			const times = { createdAt: now, updatedAt: now };
			const message: ChatMessage = { id: randomUUID(), ...times, ...asked, rawContent: null };
			workspace().messages.push(message);
			workspace().sent.add(message);
			return { status: 200, body: message };
		},
	};
}
