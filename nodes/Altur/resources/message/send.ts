import type { IDataObject } from 'n8n-workflow';
import { simplifyField } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { asObject, isObject, plainText } from '../../../shared/values/json';
import { uuid } from '../../../shared/values/read';
import { agent } from '../../fields';
import { simpleThread } from '../thread/simple';

/**
 * Source: Altur's published operation "POST /message". Its schema requires none of the three fields;
 * that all three are asked for is an assumption of ours.
 */
export const send: Operation = {
	option: {
		name: 'Send as End User',
		value: 'send',
		action: 'Send a message as end user',
		description:
			"Hand the agent a message as if the end user had written it, and get the agent's replies. This is no way to notify someone: nothing says that it reaches a phone.",
	},
	repeat: 'never',
	isAcceptance: ({ thread, messages }) => isObject(thread) || Array.isArray(messages),
	properties: [
		agent,
		{
			displayName: 'End User ID',
			name: 'endUserId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
			description: 'The end user who speaks, as a UUID',
		},
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. Can I pay in two parts?',
			description: 'What the end user says',
		},
		simplifyField,
	],
	request: (read) => ({
		method: 'POST',
		url: '/message',
		body: {
			agent_id: uuid(read, 'agentId'),
			end_user_id: uuid(read, 'endUserId'),
			content: read.text('content'),
		},
	}),
	output: (body, read) => (read.flag('simplify') ? simple(asObject(body)) : (body as IDataObject)),
};

/** The thread in short, the replies' texts as one, and what they answer. */
function simple({ thread, messages, in_response_to }: IDataObject): IDataObject {
	const replies = (Array.isArray(messages) ? messages : []) as IDataObject[];
	return {
		thread: simpleThread((thread ?? {}) as IDataObject),
		reply: replies
			.map((reply) => plainText(asObject(reply).content))
			.filter(Boolean)
			.join('\n'),
		messages: replies,
		in_response_to,
	};
}
