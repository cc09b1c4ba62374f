import type { INodeProperties } from 'n8n-workflow';

/** What a message is made of. */
export const messageFields: INodeProperties[] = [
	{
		displayName: 'Body',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Where is my order?',
		description: 'The text of the message',
	},
	{
		displayName: 'User FID',
		name: 'userFid',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. ana@example.com',
		description: 'Your own ID of the user who sends the message; GuruSup tells users apart by it',
	},
	{
		displayName: 'Thread FID',
		name: 'threadFid',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. web-1001',
		description:
			'Your own ID of the conversation; GuruSup puts the message into the thread of this ID',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Is Customer Support Agent',
				name: 'isCustomerSupportAgent',
				type: 'boolean',
				default: false,
				description:
					'Whether a support agent sent the message, and not a customer. Set it when you store what GuruSup asked you to deliver. GuruSup does not document that it never replies to an agent.',
			},
			{
				displayName: 'Language',
				name: 'lang',
				type: 'string',
				default: '',
				placeholder: 'e.g. es',
				description: 'Code of the language the message is in, like en or es. Not sent when empty.',
			},
			{
				displayName: 'Subject',
				name: 'subject',
				type: 'string',
				default: '',
				placeholder: 'e.g. Order 1001',
				description: 'Title of the message. Not sent when empty.',
			},
		],
	},
];
