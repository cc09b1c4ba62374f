import { agents } from '../../sandbox/altur/agents.mts';
import { seededEndUsers } from '../../sandbox/altur/endUsers.mts';
import { campaignCases } from './campaignCases.mts';
import { agentId, options, phoneNumber, type Case } from './case.mts';

const placeCall = { resource: 'call', operation: 'create', agentId, phoneNumber, options };
const call = { agent_id: agents.diana.id, phone_number_to: '+525512345678' };

const conversationCases: Case[] = [
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
		title: 'call: getTranscript',
		before: { ...placeCall, operation: 'createAndWait' },
		parameters: { resource: 'call', operation: 'getTranscript', callId: '={{ $json.id }}' },
		operation: 'listMessages',
		method: 'GET',
		path: /^\/message\/[\w-]+$/,
		output: {
			callId: expect.stringMatching(/^cll_\w{20}$/),
			status: 'ended',
			text: expect.stringMatching(/^Agent: Hola, .+\nPerson: /),
		},
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
];

/** Every operation of the node once. */
export const cases: Case[] = [...conversationCases, ...campaignCases];
