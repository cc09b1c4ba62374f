import type { INodeProperties } from 'n8n-workflow';

export const endUserId: INodeProperties = {
	displayName: 'End User ID',
	name: 'endUserId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
	description: 'The person, as a UUID. A thread and a call name theirs.',
};

export const displayName: INodeProperties = {
	displayName: 'Display Name',
	name: 'displayName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Sofía Hernández',
	description: 'The name agents and people see',
};

export const info: INodeProperties = {
	displayName: 'Info',
	name: 'info',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Prefers to be called in the morning',
	description: 'What agents and people should know when they talk to this person',
};
