import type { Operation } from '../../../shared/contract/operation';
import { callbackUrl } from '../../callbackUrl';
import { exportBody, exportFields, isExportAccepted, rangeStart } from './exportFields';

/** Source: Zaia's page "Chat Messages", POST /api/v1/chat-messages/export: answers at once, the file comes later. */
export const exportMessages: Operation = {
	option: {
		name: 'Export',
		value: 'export',
		action: 'Export chat messages',
		description:
			'Start an export of all messages of a period. Zaia posts the file to the Callback URL when it is ready.',
	},
	repeat: 'never',
	isAcceptance: isExportAccepted,
	properties: [
		{
			displayName: 'Callback URL',
			name: 'callbackUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://n8n.example.com/webhook/zaia-export',
			description:
				'Where Zaia posts the file: a public HTTPS address, such as the production URL of a Zaia Trigger. Whoever knows it can post there too.',
		},
		rangeStart,
		exportFields,
	],
	request: (read) => ({
		method: 'POST',
		url: '/api/v1/chat-messages/export',
		body: {
			...exportBody(read),
			callbackUrl: callbackUrl(
				read,
				read.text('callbackUrl'),
				read.label('callbackUrl'),
				'use the public HTTPS address of a webhook, such as a Zaia Trigger',
			),
		},
	}),
};
