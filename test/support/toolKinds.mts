import type { IDataObject } from 'n8n-workflow';
import { agents } from '../../sandbox/altur/agents.mts';
import { idOf } from '../../sandbox/zaia/ids.mts';
import type { NodeDraft } from './n8nLab.mts';
import { fromAi } from './n8nTool.mts';

const picked = (value: string, mode = 'list') => ({ __rl: true, mode, value });

/** One way of filling in a tool's fields, from what the model reads to what the vendor gets. */
export interface Kind {
	kind: string;
	node: string;
	parameters: NodeDraft['parameters'];
	/** What the model reads of the tool, and the types of what it fills in. */
	reads: string;
	types: Record<string, string | undefined>;
	says: IDataObject;
	/** What reached the vendor: method, path, and body or query. */
	sent: [string, string, unknown];
	/** What the model is told, as far as it matters. */
	told: IDataObject;
}

const chat = idOf('chat', 1);

export const kinds: Kind[] = [
	{
		kind: 'a call, with pickers and a collection',
		node: 'altur',
		parameters: {
			resource: 'call',
			operation: 'create',
			agentId: picked(fromAi('agent', 'Who talks')),
			phoneNumber: fromAi('phone', 'Whom to call'),
			additionalFields: {
				context: fromAi('context', 'What it is about', 'json'),
				displayName: fromAi('name', 'The name of the person'),
				initialMessage: fromAi('opening', 'How to begin'),
			},
		},
		reads: 'Place a call in Altur',
		types: {
			agent: 'string',
			phone: 'string',
			context: undefined,
			name: 'string',
			opening: 'string',
		},
		says: {
			agent: agents.diana.id,
			phone: '+52 55 2000 0001',
			context: { balance: 3 },
			name: 'Ana',
			opening: '',
		},
		sent: [
			'POST',
			'/call',
			{
				agent_id: agents.diana.id,
				phone_number_to: '+525520000001',
				end_user_display_name: 'Ana',
				end_user_context: { balance: 3 },
			},
		],
		told: { outcome: 'placed', phoneNumber: '+525520000001', status: 'created' },
	},
	{
		kind: 'a contact, under an idempotency key',
		node: 'altur',
		parameters: {
			resource: 'contact',
			operation: 'add',
			campaignId: picked(fromAi('campaign', 'Which campaign', 'number'), 'id'),
			phoneNumber: fromAi('phone', 'Whom to add'),
			additionalFields: {
				extractedData: { field: [{ name: 'Amount', value: fromAi('amount', 'Owed', 'number') }] },
			},
			options: { ifDuplicate: fromAi('ifDuplicate', 'skip or update') },
		},
		reads: 'Add contacts to a campaign in Altur',
		types: { campaign: 'number', phone: 'string', amount: 'number', ifDuplicate: 'string' },
		says: { campaign: 1001, phone: '+525520000001', amount: 7, ifDuplicate: 'update' },
		sent: [
			'POST',
			'/campaigns/1001/contacts',
			{
				if_duplicate: 'update',
				contacts: [{ contact: '+525520000001', extracted_data: { Amount: 7 } }],
			},
		],
		told: { status: 'created', phoneNumber: '+525520000001' },
	},
	{
		kind: 'a list, as short as the model wants it',
		node: 'altur',
		parameters: {
			resource: 'campaign',
			operation: 'getAll',
			returnAll: fromAi('all', 'Whether to get all', 'boolean'),
			limit: fromAi('limit', 'How many', 'number'),
			filters: { status: fromAi('status', 'In which state') },
		},
		reads: 'Get many campaigns in Altur',
		types: { all: 'boolean', limit: 'number', status: 'string' },
		says: { all: false, limit: 1, status: 'ready' },
		sent: ['GET', '/campaigns', { status: 'ready', pageSize: '1' }],
		told: { id: 1002, status: 'ready', name: 'Ventas 2' },
	},
	{
		kind: 'a message to a support thread, with a switch',
		node: 'guruSup',
		parameters: {
			resource: 'message',
			operation: 'create',
			body: fromAi('body', 'What to say'),
			userFid: fromAi('user', 'Who says it'),
			threadFid: fromAi('thread', 'Where'),
			additionalFields: { isCustomerSupportAgent: fromAi('agent', 'By support', 'boolean') },
		},
		reads: 'Create a message in GuruSup',
		types: { body: 'string', user: 'string', thread: 'string', agent: 'boolean' },
		says: { body: 'Hola', user: 'ana', thread: 'web-1', agent: false },
		sent: [
			'POST',
			'/messages',
			{ body: 'Hola', user_fid: 'ana', thread_fid: 'web-1', is_customer_support_agent: false },
		],
		told: { body: 'Gracias, he recibido: Hola', thread_fid: 'web-1' },
	},
	{
		kind: 'a message to a chat, with a picker',
		node: 'zaia',
		parameters: {
			resource: 'chatMessage',
			operation: 'create',
			chatId: picked(fromAi('chat', 'Which chat')),
			chatThreadId: picked(''),
			content: fromAi('content', 'What to say'),
			senderId: picked(idOf('superIdentity', 1)),
			role: picked('assistant'),
		},
		reads: 'Create a chat message in Zaia',
		types: { chat: 'string', content: 'string' },
		says: { chat, content: 'Olá' },
		sent: [
			'POST',
			'/api/v1/chat-messages',
			{
				chatId: chat,
				chatThreadId: null,
				content: 'Olá',
				externalId: null,
				senderId: idOf('superIdentity', 1),
				role: 'assistant',
			},
		],
		told: { chatId: chat, content: 'Olá' },
	},
	{
		kind: 'a list narrowed by several values',
		node: 'zaia',
		parameters: {
			resource: 'chat',
			operation: 'getAll',
			limit: 1,
			filters: { channelTypes: fromAi('types', 'Which channels', 'json') },
		},
		reads: 'Get many chats in Zaia',
		types: { types: undefined },
		says: { types: ['api', 'whatsapp'] },
		sent: [
			'GET',
			'/api/v1/chats',
			{ channelTypes: ['api', 'whatsapp'], pageNumber: '1', pageSize: '1' },
		],
		told: { name: 'Chat 3', channelType: 'api' },
	},
];
