import { BadInput } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import type { Reader } from '../../../shared/contract/reader';
import { hasId } from '../../../shared/values/json';
import { uuid } from '../../../shared/values/read';
import {
	chat,
	content,
	LONGEST_CONTENT,
	narrowingChannel,
	optionalThread,
	role,
	sender,
} from '../../fields';

/** Characters as people count them: an emoji is one, though JavaScript counts two. */
const lengthOf = (text: string): number => [...text].length;

/** The text as typed: spaces at its ends may be meant. */
function contentOf(read: Reader): string {
	const text = read.optionalText('content');
	const field = read.label('content');
	if (text.trim() === '') throw new BadInput(field, 'is empty');
	const length = lengthOf(text);
	if (length <= LONGEST_CONTENT) return text;
	throw new BadInput(field, `has ${length} characters; Zaia takes at most ${LONGEST_CONTENT}`);
}

function externalIdOf(read: Reader): string | null {
	const id = read.optionalText('externalId').trim();
	if (id === '') return null;
	const length = lengthOf(id);
	if (length >= 3 && length <= 250) return id;
	throw new BadInput(read.label('externalId'), `has ${length} characters; Zaia takes 3 to 250`);
}

/** Source: Zaia's page "Chat Messages", POST /api/v1/chat-messages: all six keys must be there, two may be null. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a chat message',
		description: 'Write a message into a chat',
	},
	repeat: 'never',
	isAcceptance: hasId,
	properties: [
		narrowingChannel,
		chat,
		optionalThread,
		content,
		sender,
		role,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					placeholder: 'e.g. crm-20817',
					description:
						'Your own reference for the message, 3 to 250 characters. Empty: sent as null.',
				},
			],
		},
	],
	request: (read) => ({
		method: 'POST',
		url: '/api/v1/chat-messages',
		body: {
			chatId: uuid(read, 'chatId'),
			chatThreadId: read.has('chatThreadId') ? uuid(read, 'chatThreadId') : null,
			content: contentOf(read),
			externalId: externalIdOf(read.within('additionalFields')),
			senderId: uuid(read, 'senderId'),
			role: read.text('role'),
		},
	}),
};
