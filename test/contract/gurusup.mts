import { items, moreMayExist, of, ok } from './case.mts';
import type { Case, Refusal } from './case.mts';

const getThreads = of('thread', 'getAll');
const getThread = of('thread', 'get');
const create = of('message', 'create');
const get = of('message', 'get');

/** MD5 of `web-1001`, made with another tool than the node's. */
const hash = 'd23b952f679790d45558ee62c85a7e86';

const reply = {
	_id: '6567a1b2c3d4e5f601234567',
	body: 'It left yesterday.',
	user_fid: 'ana',
	thread_fid: 'web-1001',
	is_customer_support_agent: true,
};
const thread = { thread: hash, thread_fid: 'web-1001', messages: [reply] };
const threads = [
	{ thread: hash, thread_fid: 'web-1001', lang: 'es' },
	{ thread: '0cc175b9c0f1b6a831c399e269772661', thread_fid: 'a' },
];

const said = { body: 'Where is my order?', userFid: 'ana', threadFid: 'web-1001' };
const smallest = {
	body: 'Where is my order?',
	user_fid: 'ana',
	thread_fid: 'web-1001',
	is_customer_support_agent: false,
};
const posted = (body: unknown) => ({ method: 'POST', path: '/messages', body });
const listed = { method: 'GET', path: '/threads' };
const asked = { method: 'GET', path: `/threads/${hash}` };

export const guruSupCases: Case[] = [
	{
		title: 'minimal',
		parameters: getThreads(),
		exchanges: [[listed, ok(threads)]],
		output: items(...threads),
	},
	{
		title: 'up to a limit',
		parameters: getThreads({ limit: 1 }),
		exchanges: [[listed, ok(threads)]],
		output: items(threads[0]!),
		hints: [moreMayExist],
	},
	{
		title: 'all',
		parameters: getThreads({ returnAll: true, limit: 1 }),
		exchanges: [[listed, ok(threads)]],
		output: items(...threads),
	},
	{
		title: 'minimal',
		parameters: getThread({ threadId: 'web-1001' }),
		exchanges: [[asked, ok(thread)]],
		output: items(thread),
	},
	{
		title: 'by its thread_fid',
		parameters: getThread({ identifyBy: 'threadFid', threadId: ' web-1001 ' }),
		exchanges: [[asked, ok(thread)]],
		output: items(thread),
	},
	{
		title: 'by its hash',
		parameters: getThread({ identifyBy: 'hash', threadId: hash }),
		exchanges: [[asked, ok(thread)]],
		output: items(thread),
	},
	{
		title: 'minimal',
		parameters: create(said),
		exchanges: [[posted(smallest), ok(reply)]],
		output: items(reply),
	},
	{
		title: 'full',
		parameters: create({
			...said,
			body: ' Where is my order?\n',
			additionalFields: { isCustomerSupportAgent: true, lang: 'es', subject: 'Order 1001' },
		}),
		exchanges: [
			[
				posted({
					...smallest,
					body: ' Where is my order?\n',
					lang: 'es',
					subject: 'Order 1001',
					is_customer_support_agent: true,
				}),
				ok(reply),
			],
		],
		output: items(reply),
	},
	{
		title: 'no reply at all is still one item',
		parameters: create(said),
		exchanges: [[posted(smallest), { status: 204 }]],
		output: items({}),
	},
	{
		title: 'minimal',
		parameters: get({ messageId: '6567a1b2c3d4e5f601234567' }),
		exchanges: [[{ method: 'GET', path: '/messages/6567a1b2c3d4e5f601234567' }, ok(reply)]],
		output: items(reply),
	},
];

export const guruSupRefusals: Refusal[] = [
	{
		parameters: getThreads({ limit: 0 }),
		says: 'Limit: must be a whole number from 1 to 1000000',
	},
	{
		parameters: getThread({ identifyBy: 'hash', threadId: 'web-1001' }),
		says: 'Thread ID: "web-1001" is no MD5 hash',
	},
	{
		parameters: getThread({ identifyBy: 'name', threadId: 'web-1001' }),
		says: 'Identify By: "name" is neither threadFid nor hash',
	},
	{ parameters: create({ ...said, body: ' \n' }), says: 'Body: is empty' },
	{ parameters: create({ ...said, userFid: '' }), says: 'User FID: is empty' },
	{ parameters: create({ ...said, threadFid: ' ' }), says: 'Thread FID: is empty' },
	{
		parameters: create({ ...said, additionalFields: { isCustomerSupportAgent: 'perhaps' } }),
		says: 'Is Customer Support Agent: must be true or false',
	},
	{ parameters: get({ messageId: '..' }), says: 'Message ID: ".." is no ID' },
];
