import type { IDataObject } from 'n8n-workflow';

/** An operation of the node, and the one request that must reach the vendor. */
export interface Case {
	title: string;
	/** The contract's operationId. */
	operation: string;
	parameters: IDataObject;
	sent: { method: string; path: string; body?: IDataObject };
	/** What must be in the first item. */
	answered?: IDataObject;
}

/** MD5 of `web-1001`, made with another tool than the node's. */
export const hashOfWeb1001 = 'd23b952f679790d45558ee62c85a7e86';

const message = { resource: 'message', operation: 'create' };

/** Every operation of GuruSup, with the fields it can have. */
export const cases: Case[] = [
	{
		title: 'thread: getAll',
		operation: 'listThreads',
		parameters: { resource: 'thread', operation: 'getAll', returnAll: true },
		sent: { method: 'GET', path: '/threads' },
		answered: { thread_fid: 'web-1001', thread: hashOfWeb1001 },
	},
	{
		title: 'thread: get by its thread_fid',
		operation: 'getThread',
		parameters: { resource: 'thread', operation: 'get', threadId: 'web-1001' },
		sent: { method: 'GET', path: `/threads/${hashOfWeb1001}` },
		answered: { thread_fid: 'web-1001' },
	},
	{
		title: 'thread: get by its hash',
		operation: 'getThread',
		parameters: {
			resource: 'thread',
			operation: 'get',
			identifyBy: 'hash',
			threadId: hashOfWeb1001,
		},
		sent: { method: 'GET', path: `/threads/${hashOfWeb1001}` },
		answered: { thread_fid: 'web-1001' },
	},
	{
		title: 'message: create with what is required',
		operation: 'createMessage',
		parameters: { ...message, body: 'Hi', userFid: 'ana', threadFid: 'web-9' },
		sent: {
			method: 'POST',
			path: '/messages',
			body: {
				body: 'Hi',
				user_fid: 'ana',
				thread_fid: 'web-9',
				is_customer_support_agent: false,
			},
		},
		answered: { thread_fid: 'web-9', body: 'Gracias, he recibido: Hi' },
	},
	{
		title: 'message: create with everything',
		operation: 'createMessage',
		parameters: {
			...message,
			body: ' ¿Qué tal? 👋\n',
			userFid: 34600000000,
			threadFid: '+34 600',
			additionalFields: { lang: 'es', subject: 'Pedido 1001', isCustomerSupportAgent: true },
		},
		sent: {
			method: 'POST',
			path: '/messages',
			body: {
				body: ' ¿Qué tal? 👋\n',
				user_fid: '34600000000',
				thread_fid: '+34 600',
				lang: 'es',
				subject: 'Pedido 1001',
				is_customer_support_agent: true,
			},
		},
		answered: {},
	},
	{
		title: 'message: get',
		operation: 'getMessage',
		parameters: { resource: 'message', operation: 'get', messageId: '={{ $json.id }}' },
		sent: { method: 'GET', path: '/messages/000000000000000000000000' },
	},
];
