import { idOf, upTo } from './ids.mts';
import { created, responders } from './people.mts';

/** A message as Zaia answers it. */
export interface ChatMessage {
	id: string;
	createdAt: string;
	updatedAt: string;
	chatId: string;
	chatThreadId: string | null;
	content: string;
	externalId: string | null;
	rawContent: string | null;
	role: string;
	senderId: string | null;
}

const channelTypes = ['whatsapp', 'widget', 'instagram', 'waha', 'api'];
const statuses = ['pending', 'sent', 'failed', 'cancelled'];
const day = 24 * 60 * 60 * 1000;
const start = Date.parse(created);

const after = (days: number): string => new Date(start + days * day).toISOString();

/** The channels of every workspace; each has two responders. */
export const channels = upTo(120).map((n) => ({
	id: idOf('channel', n),
	name: `Channel ${n}`,
	type: channelTypes[n % channelTypes.length],
	responderIds: [responders[n]?.id, responders[n + 1]?.id],
	createdAt: created,
}));

export const chats = upTo(250).map((n) => ({
	id: idOf('chat', n),
	name: `Chat ${n}`,
	channelId: idOf('channel', 1 + (n % 5)),
	channelType: channelTypes[(1 + (n % 5)) % channelTypes.length],
	ownerId: idOf('owner', 1 + (n % 4)),
	lastChatMessageCreatedAt: after(n),
	createdAt: created,
}));

/** The first chat has many threads, every other one has two. */
export const threads = chats.flatMap((chat, index) =>
	upTo(index === 0 ? 130 : 2).map((n) => ({
		id: idOf('thread', index * 1000 + n),
		name: `Thread ${n} of ${chat.name}`,
		chatId: chat.id,
		createdAt: after(n),
	})),
);

/** The first chat has many messages, every other one has three. */
export const firstMessages: ChatMessage[] = chats.flatMap((chat, index) =>
	upTo(index === 0 ? 1_200 : 3).map((n) => ({
		id: idOf('message', index * 10_000 + n),
		createdAt: new Date(start + n * 60_000).toISOString(),
		updatedAt: new Date(start + n * 60_000).toISOString(),
		chatId: chat.id,
		chatThreadId: n % 2 === 0 ? idOf('thread', index * 1000 + 1) : null,
		content: `Message ${n} in ${chat.name}`,
		externalId: null,
		rawContent: null,
		role: n % 2 === 0 ? 'assistant' : 'user',
		senderId: n % 2 === 0 ? (responders[0]?.id ?? null) : idOf('superIdentity', 100_001),
	})),
);

export const followUps = upTo(130).map((n) => ({
	id: idOf('followUp', n),
	chatId: idOf('chat', 1 + (n % 3)),
	chatMessageId: idOf('message', n),
	triggerChatMessageId: idOf('message', n + 1),
	status: statuses[n % statuses.length],
	createdAt: after(n),
}));

export const tickets = upTo(5).map((n) => ({
	id: idOf('ticket', n),
	title: `Ticket ${n}`,
	status: 'open',
	chatId: idOf('chat', n),
	phoneNumber: `+5255123456${70 + n}`,
	createdAt: created,
}));

/** Which ticket a message belongs to, if any: every third of a chat that has a ticket. */
export function ticketOf({ chatId, id }: ChatMessage): string | undefined {
	const isInTicket = parseInt(id.slice(-4), 16) % 3 === 0;
	return isInTicket ? tickets.find((ticket) => ticket.chatId === chatId)?.id : undefined;
}
