import type { INodePropertyOptions } from 'n8n-workflow';

/** Source: Altur's page "GET /campaigns/{id}/contacts": what phone and WhatsApp contacts can be. */
export const contactStatuses: INodePropertyOptions[] = [
	{ name: 'Accepted', value: 'accepted' },
	{ name: 'Answered', value: 'answered' },
	{ name: 'Converted', value: 'converted' },
	{ name: 'Delivered', value: 'delivered' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'Queue', value: 'queue' },
	{ name: 'Read', value: 'read' },
	{ name: 'Rejected', value: 'rejected' },
	{ name: 'Retrying', value: 'retrying' },
	{ name: 'Sending', value: 'sending' },
	{ name: 'Sent', value: 'sent' },
	{ name: 'Voicemail', value: 'voicemail' },
];
