import type { INodeProperties } from 'n8n-workflow';

export const contactId: INodeProperties = {
	displayName: 'Contact ID',
	name: 'contactId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 56789',
	description: 'The ID that Get Many and Add answer with',
};
