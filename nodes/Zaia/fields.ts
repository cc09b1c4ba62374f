import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../shared/form/fields';

/** Only for the form: Zaia's list of chats knows no search, but it can be narrowed to a channel. */
export const narrowingChannel = picker({
	displayName: 'Channel',
	name: 'channelId',
	search: 'searchChannels',
	required: false,
	placeholder: 'e.g. 0b9f8c1e-4d2a-4f6b-8a57-3c1d9e7f2b40',
	description: 'Narrows the list under Chat to one channel. Not sent to Zaia.',
});

export const chat = picker({
	displayName: 'Chat',
	name: 'chatId',
	search: 'searchChats',
	placeholder: 'e.g. 7c9e6679-7425-40de-944b-e07fc1f90ae7',
	description: 'The chat in Zaia, as a UUID',
});

export const optionalThread = picker({
	displayName: 'Chat Thread',
	name: 'chatThreadId',
	search: 'searchThreads',
	required: false,
	placeholder: 'e.g. 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
	description: 'The thread of the chat that the message belongs to. Empty: none, sent as null.',
});

export const sender = picker({
	displayName: 'Sender',
	name: 'senderId',
	search: 'searchSenders',
	placeholder: 'e.g. 4f6e2c1a-9b3d-4e5f-8a7b-6c5d4e3f2a1b',
	description:
		'Who speaks: the super identity of an agent, squad, user or external user, as a UUID. The list shows agents, squads and workflows; that of an external user comes from External User › Authenticate.',
});

export const role = picker({
	displayName: 'Role',
	name: 'role',
	search: 'searchRoles',
	byHand: 'By Value',
	placeholder: 'e.g. user',
	description:
		"The role in which the sender speaks. The list shows the values that Zaia's own description of its API allows; any other may be typed, and Zaia decides.",
});

export const language = picker({
	displayName: 'Language',
	name: 'language',
	search: 'searchLanguages',
	required: false,
	byHand: 'By Value',
	placeholder: 'e.g. enUs',
	description:
		"The language of the export. Empty: Zaia's default, enUs. The list shows the values that Zaia's own description of its API allows.",
});

/** Zaia takes at most this many characters in a message. Source: its page "Chat Messages". */
export const LONGEST_CONTENT = 4_000;

export const content: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Your order left our warehouse today.',
	description: 'The text of the message, at most 4,000 characters',
};
