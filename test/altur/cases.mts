import { agents } from '../../sandbox/altur/agents.mts';
import { seededEndUsers } from '../../sandbox/altur/endUsers.mts';

/** One operation of the node: its parameters, and the request that reaches the vendor. */
export interface Case {
	title: string;
	/** Run first, its output being the input. */
	before?: object;
	parameters: object;
	/** The operation of the vendor's contract. */
	operation: string;
	method: string;
	path: string | RegExp;
	query?: object;
	body?: object;
	/** Headers beyond those of every request. */
	headers?: Record<string, unknown>;
	/** What comes out, in part. */
	output: object;
}

const agentId = { __rl: true, mode: 'list', value: agents.diana.id };
const campaignId = { __rl: true, mode: 'id', value: 1001 };
const phoneNumber = '55 1234 5678';
const options = { defaultCountryCode: '+52' };
const placeCall = { resource: 'call', operation: 'create', agentId, phoneNumber, options };
const addContact = { resource: 'contact', operation: 'add', campaignId, phoneNumber, options };
const call = { agent_id: agents.diana.id, phone_number_to: '+525512345678' };
const step = (name: string, from: string[], status: string): Case => ({
	title: `campaign: ${name}`,
	parameters: { resource: 'campaign', operation: name, campaignId: from[0] },
	operation: 'changeCampaign',
	method: 'POST',
	path: `/campaigns/${from[0]}/${name}`,
	output: { id: Number(from[0]), status },
});

/** Every operation of the node once. Campaign 1002 is ready in a new sandbox, 1003 inactive. */
export const cases: Case[] = [
	{
		title: 'call: create',
		parameters: {
			...placeCall,
			additionalFields: { displayName: 'Sofía', context: '{"debt": 5}', initialMessage: '¿Sofía?' },
		},
		operation: 'createCall',
		method: 'POST',
		path: '/call',
		body: {
			...call,
			end_user_display_name: 'Sofía',
			end_user_context: { debt: 5 },
			initial_message: '¿Sofía?',
		},
		output: { phoneNumber: '+525512345678', outcome: 'placed', status: 'created' },
	},
	{
		title: 'call: createAndWait',
		parameters: {
			...placeCall,
			operation: 'createAndWait',
			options: { ...options, pollIntervalSeconds: 1 },
		},
		operation: 'getCall',
		method: 'GET',
		path: /^\/call\/cll_\w{20}$/,
		output: { phoneNumber: '+525512345678', outcome: 'placed', status: 'ended', timedOut: false },
	},
	{
		title: 'call: get',
		before: placeCall,
		parameters: { resource: 'call', operation: 'get', callId: '={{ $json.id }}' },
		operation: 'getCall',
		method: 'GET',
		path: /^\/call\/cll_\w{20}$/,
		output: { id: expect.stringMatching(/^cll_/), type: 'outbound' },
	},
	{
		title: 'call: getRecording',
		before: {
			...placeCall,
			operation: 'createAndWait',
			options: { ...options, pollIntervalSeconds: 1 },
		},
		parameters: { resource: 'call', operation: 'getRecording', callId: '={{ $json.id }}' },
		operation: 'getRecording',
		method: 'GET',
		path: /^\/call\/cll_\w{20}\/recording$/,
		headers: { accept: 'audio/*, */*' },
		output: { fileName: expect.stringMatching(/^cll_\w{20}\.wav$/) },
	},
	{
		title: 'message: send',
		parameters: {
			resource: 'message',
			operation: 'send',
			agentId,
			endUserId: seededEndUsers.ana,
			content: '¿Puedo pagar en dos partes?',
		},
		operation: 'sendMessage',
		method: 'POST',
		path: '/message',
		body: {
			agent_id: agents.diana.id,
			end_user_id: seededEndUsers.ana,
			content: '¿Puedo pagar en dos partes?',
		},
		output: { reply: expect.stringContaining('recibí'), thread: expect.anything() },
	},
	{
		title: 'message: getAll',
		before: placeCall,
		parameters: { resource: 'message', operation: 'getAll', threadId: '={{ $json.thread.id }}' },
		operation: 'listMessages',
		method: 'GET',
		path: /^\/message\/[\w-]+$/,
		output: {},
	},
	{
		title: 'thread: get',
		before: placeCall,
		parameters: { resource: 'thread', operation: 'get', threadId: '={{ $json.thread.id }}' },
		operation: 'getThread',
		method: 'GET',
		path: /^\/thread\/[\w-]+$/,
		output: { agent_name: agents.diana.name },
	},
	{
		title: 'endUser: create',
		parameters: {
			resource: 'endUser',
			operation: 'create',
			displayName: 'Rocío Ñandú',
			additionalFields: { info: 'VIP' },
		},
		operation: 'createEndUser',
		method: 'POST',
		path: '/enduser',
		body: { display_name: 'Rocío Ñandú', info: 'VIP' },
		output: { display_name: 'Rocío Ñandú' },
	},
	{
		title: 'endUser: get',
		parameters: { resource: 'endUser', operation: 'get', endUserId: seededEndUsers.ana },
		operation: 'getEndUser',
		method: 'GET',
		path: `/enduser/${seededEndUsers.ana}`,
		output: { display_name: 'Ana García' },
	},
	{
		title: 'endUser: update',
		parameters: {
			resource: 'endUser',
			operation: 'update',
			endUserId: seededEndUsers.ana,
			updateFields: { info: 'Paga en mayo' },
		},
		operation: 'updateEndUser',
		method: 'PUT',
		path: `/enduser/${seededEndUsers.ana}`,
		body: { info: 'Paga en mayo' },
		output: { info: 'Paga en mayo' },
	},
	{
		title: 'campaign: create',
		parameters: {
			resource: 'campaign',
			operation: 'create',
			name: 'Noviembre',
			agentId,
			integrationId: 'int_sandbox_phone',
			additionalFields: { retries: 1, cycles: { enabled: true, maxIterations: 2 } },
		},
		operation: 'createCampaign',
		method: 'POST',
		path: '/campaigns',
		body: {
			name: 'Noviembre',
			agent_id: agents.diana.id,
			integration_id: 'int_sandbox_phone',
			retries: 1,
			cycles: { enabled: true, max_iterations: 2 },
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
			updateFields: { agentId: { ...agentId, value: agents.luis.id }, firstMessage: '¡Hola!' },
		},
		operation: 'updateCampaign',
		method: 'PATCH',
		path: '/campaigns/1001',
		body: { agent_id: agents.luis.id, first_message: '¡Hola!' },
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
