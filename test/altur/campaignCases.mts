import { agents } from '../../sandbox/altur/agents.mts';
import { agentId, options, phoneNumber, type Case } from './case.mts';

const campaignId = { __rl: true, mode: 'id', value: 1001 };
const addContact = { resource: 'contact', operation: 'add', campaignId, phoneNumber, options };
const off = { startTime: '09:00', stopTime: '18:00', active: false };
const step = (name: string, from: string[], status: string): Case => ({
	title: `campaign: ${name}`,
	parameters: { resource: 'campaign', operation: name, campaignId: from[0] },
	operation: 'changeCampaign',
	method: 'POST',
	path: `/campaigns/${from[0]}/${name}`,
	output: { id: Number(from[0]), status },
});

/** Campaign 1002 is ready in a new sandbox, 1003 inactive. */
export const campaignCases: Case[] = [
	{
		title: 'campaign: create',
		parameters: {
			resource: 'campaign',
			operation: 'create',
			name: 'Noviembre',
			agentId,
			integrationId: 'int_sandbox_phone',
			additionalFields: {
				retries: 1,
				cycles: {
					enabled: true,
					mode: 'scheduled',
					maxIterations: 2,
					schedule: { hours: [{ days: ['mon'] }] },
					scheduleStartDate: '2026-12-01',
					scheduleEndDate: '2026-12-31T00:00:00',
				},
			},
		},
		operation: 'createCampaign',
		method: 'POST',
		path: '/campaigns',
		headers: { 'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/) },
		body: {
			name: 'Noviembre',
			agent_id: agents.diana.id,
			integration_id: 'int_sandbox_phone',
			integration_type: 'phone_call',
			retries: 1,
			cycles: {
				enabled: true,
				mode: 'scheduled',
				max_iterations: 2,
				schedule: {
					mon: { ...off, active: true },
					...{ tue: off, wed: off, thu: off, fri: off, sat: off, sun: off },
				},
				schedule_start_date: '2026-12-01',
				schedule_end_date: '2026-12-31',
			},
		},
		output: { name: 'Noviembre', status: 'pending' },
	},
	{
		title: 'campaign: get',
		parameters: { resource: 'campaign', operation: 'get', campaignId },
		operation: 'getCampaign',
		method: 'GET',
		path: '/campaigns/1001',
		output: { id: 1001 },
	},
	{
		title: 'campaign: getAll',
		parameters: {
			resource: 'campaign',
			operation: 'getAll',
			filters: {
				status: 'ready',
				startDate: '2025-01-01T00:00:00Z',
				endDate: '2026-01-01T00:00:00Z',
			},
		},
		operation: 'listCampaigns',
		method: 'GET',
		path: '/campaigns',
		query: {
			status: 'ready',
			startDate: '2025-01-01T00:00:00Z',
			endDate: '2026-01-01T00:00:00Z',
			pageSize: '50',
		},
		output: { id: 1002, status: 'ready' },
	},
	{
		title: 'campaign: update',
		parameters: {
			resource: 'campaign',
			operation: 'update',
			campaignId,
			updateFields: { retries: 2, firstMessage: '¡Hola!' },
		},
		operation: 'updateCampaign',
		method: 'PATCH',
		path: '/campaigns/1001',
		body: { retries: 2, first_message: '¡Hola!' },
		output: { id: 1001, first_message: '¡Hola!' },
	},
	step('activate', ['1002'], 'active'),
	step('pause', ['1003'], 'inactive'),
	step('resume', ['1003'], 'active'),
	step('archive', ['1001'], 'pending'),
	{
		title: 'campaign: getCalls',
		parameters: {
			resource: 'campaign',
			operation: 'getCalls',
			campaignId,
			filters: { status: 'ended', answeredBy: 'human' },
		},
		operation: 'listCampaignCalls',
		method: 'GET',
		path: '/campaigns/1001/calls',
		query: { status: 'ended', answeredBy: 'human', pageSize: '50', pageIndex: '0' },
		output: {},
	},
	{
		title: 'contact: add',
		parameters: {
			...addContact,
			additionalFields: {
				name: 'Sofía',
				externalId: 'user_1',
				extractedData: { field: [{ name: 'Debt', value: '5' }] },
			},
		},
		operation: 'addContacts',
		method: 'POST',
		path: '/campaigns/1001/contacts',
		headers: { 'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/) },
		body: {
			if_duplicate: 'skip',
			contacts: [
				{
					contact: '+525512345678',
					name: 'Sofía',
					f_id: 'user_1',
					extracted_data: { Debt: '5' },
				},
			],
		},
		output: { status: 'created', id: '1', phoneNumber: '+525512345678' },
	},
	{
		title: 'contact: get',
		before: addContact,
		parameters: { resource: 'contact', operation: 'get', campaignId, contactId: '={{ $json.id }}' },
		operation: 'getContact',
		method: 'GET',
		path: '/campaigns/1001/contacts/1',
		output: { id: 1, contact: '+525512345678' },
	},
	{
		title: 'contact: getAll',
		before: addContact,
		parameters: {
			resource: 'contact',
			operation: 'getAll',
			campaignId,
			filters: { status: 'queue' },
		},
		operation: 'listContacts',
		method: 'GET',
		path: '/campaigns/1001/contacts',
		query: { status: 'queue', pageSize: '50', pageIndex: '0' },
		output: { id: 1, contact: '+525512345678' },
	},
	{
		title: 'contact: delete',
		before: addContact,
		parameters: {
			resource: 'contact',
			operation: 'delete',
			campaignId,
			contactId: '={{ $json.id }}',
		},
		operation: 'deleteContact',
		method: 'DELETE',
		path: '/campaigns/1001/contacts/1',
		output: { deleted: true },
	},
];
