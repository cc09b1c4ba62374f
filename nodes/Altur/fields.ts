import type { INodeProperties } from 'n8n-workflow';
import { picker } from '../shared/form/fields';

export const agent = picker({
	displayName: 'Agent',
	name: 'agentId',
	search: 'searchAgents',
	placeholder: 'e.g. 8f14e45f-ceea-4672-b3a1-0d4c7a5b1f2e',
	description:
		'The agent that talks. The list shows agents that a campaign uses; any other goes in by its ID.',
});

export const campaign = picker({
	displayName: 'Campaign',
	name: 'campaignId',
	search: 'searchCampaigns',
	placeholder: 'e.g. 1234',
	description: 'The campaign, from the list or by the number that is its ID',
});

export const line = picker({
	displayName: 'Integration ID',
	name: 'integrationId',
	search: 'searchLines',
	placeholder: 'e.g. 3f2a6c1e-9b7d-4a58-8e0c-5d1f7b9a2c64',
	description:
		"The phone line or WhatsApp channel the campaign uses; it must belong to the agent. Altur has no list of lines: this one reads them from nine of the agent's campaigns at a time, more as you scroll. Any other goes in by its ID in Altur.",
});

/** What must be read before people are reached: stands right below the operation. */
export const realPeople = (displayName: string): INodeProperties => ({
	displayName,
	name: 'realPeopleNotice',
	type: 'notice',
	default: '',
});

/** A phone number as spreadsheets hold it; the description begins with what becomes of it. */
export const phoneNumber = (use: string): INodeProperties => ({
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +52 55 1234 5678',
	description: `${use}. Spaces, dashes, dots, parentheses, a leading 00 and number cells are fine; without a country code set Default Country Code under Options.`,
});

/** A field as an entry of a collection, where nothing is required. */
export const optional = (field: INodeProperties): INodeProperties => ({
	...field,
	required: false,
});

export const startDate: INodeProperties = {
	displayName: 'Start Date',
	name: 'startDate',
	type: 'dateTime',
	default: '',
};

export const endDate: INodeProperties = {
	displayName: 'End Date',
	name: 'endDate',
	type: 'dateTime',
	default: '',
};

export const defaultCountryCode: INodeProperties = {
	displayName: 'Default Country Code',
	name: 'defaultCountryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. +52',
	description:
		"Completes numbers of the country's national length that come without a country code. Anything that could be read in two ways is refused.",
};
