import { items, moreMayExist, of, ok, picked } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { agentId, endUserId, message, simpleThread, thread, threadId } from './samples.mts';

const send = of('message', 'send');
const getMessages = of('message', 'getAll');
const getThread = of('thread', 'get');
const createUser = of('endUser', 'create');
const getUser = of('endUser', 'get');
const updateUser = of('endUser', 'update');

const question = { agentId, endUserId, content: 'Can I pay in two parts?' };
const asked = { agent_id: agentId, end_user_id: endUserId, content: question.content };
const messages = [message('Of course.'), message('When?')];
const answer = { thread, messages, in_response_to: message(question.content, 'EU') };
const posted = { method: 'POST', path: '/message', body: asked };
const threeMessages = [message('One'), message('Two'), message('Three')];
const listed = { method: 'GET', path: `/message/${threadId}` };

const sofia = { display_name: 'Sofía Hernández', info: 'Prefers mornings' };
const user = { id: endUserId, ...sofia, integration_type: 'api' };

export const conversationCases: Case[] = [
	{
		title: 'minimal',
		parameters: send(question),
		exchanges: [[posted, ok(answer)]],
		output: items({
			thread: simpleThread,
			reply: 'Of course.\nWhen?',
			messages,
			in_response_to: answer.in_response_to,
		}),
	},
	{
		title: 'full',
		parameters: send({ ...question, agentId: picked(agentId), simplify: false }),
		exchanges: [[posted, ok(answer)]],
		output: items(answer),
	},
	{
		title: 'minimal',
		parameters: getMessages({ threadId }),
		exchanges: [[listed, ok(threeMessages)]],
		output: items(...threeMessages),
	},
	{
		title: 'up to a limit',
		parameters: getMessages({ threadId, limit: 2 }),
		exchanges: [[listed, ok(threeMessages)]],
		output: items(...threeMessages.slice(0, 2)),
		hints: [moreMayExist],
	},
	{
		title: 'all',
		parameters: getMessages({ threadId, returnAll: true, limit: 2 }),
		exchanges: [[listed, ok(threeMessages)]],
		output: items(...threeMessages),
	},
	{
		title: 'minimal',
		parameters: getThread({ threadId }),
		exchanges: [[{ method: 'GET', path: `/thread/${threadId}` }, ok(thread)]],
		output: items(simpleThread),
	},
	{
		title: 'full',
		parameters: getThread({ threadId: 'a/b c', simplify: false }),
		exchanges: [[{ method: 'GET', path: '/thread/a%2Fb%20c' }, ok(thread)]],
		output: items(thread),
	},
	{
		title: 'minimal',
		parameters: createUser({ displayName: 'Sofía Hernández' }),
		exchanges: [
			[
				{ method: 'POST', path: '/enduser', body: { display_name: 'Sofía Hernández' } },
				ok({ id: endUserId, display_name: 'Sofía Hernández' }),
			],
		],
		output: items({ id: endUserId, display_name: 'Sofía Hernández' }),
	},
	{
		title: 'full',
		parameters: createUser({
			displayName: 'Sofía Hernández',
			additionalFields: { info: 'Prefers mornings' },
		}),
		exchanges: [[{ method: 'POST', path: '/enduser', body: sofia }, ok(user)]],
		output: items(user),
	},
	{
		title: 'minimal',
		parameters: getUser({ endUserId }),
		exchanges: [[{ method: 'GET', path: `/enduser/${endUserId}` }, ok(user)]],
		output: items(user),
	},
	{
		title: 'only the name',
		parameters: updateUser({ endUserId, updateFields: { displayName: ' Ana ', info: '' } }),
		exchanges: [
			[
				{ method: 'PUT', path: `/enduser/${endUserId}`, body: { display_name: 'Ana' } },
				ok({ ...user, display_name: 'Ana' }),
			],
		],
		output: items({ ...user, display_name: 'Ana' }),
	},
	{
		title: 'full',
		parameters: updateUser({
			endUserId,
			updateFields: { displayName: 'Sofía Hernández', info: 'Prefers mornings' },
		}),
		exchanges: [[{ method: 'PUT', path: `/enduser/${endUserId}`, body: sofia }, ok(user)]],
		output: items(user),
	},
];

export const conversationRefusals: Refusal[] = [
	{ parameters: send({ ...question, agentId: '7' }), says: 'Agent: "7" is no UUID' },
	{ parameters: send({ ...question, endUserId: 'ana' }), says: 'End User ID: "ana" is no UUID' },
	{ parameters: send({ ...question, content: ' \n' }), says: 'Content: is empty' },
	{ parameters: getMessages({ threadId: '.' }), says: 'Thread ID: "." is no ID' },
	{
		parameters: getMessages({ threadId, limit: 0 }),
		says: 'Limit: must be a whole number from 1 to 1000000',
	},
	{ parameters: getThread({ threadId: '..' }), says: 'Thread ID: ".." is no ID' },
	{ parameters: createUser({ displayName: '  ' }), says: 'Display Name: is empty' },
	{ parameters: getUser({ endUserId: '../call' }), says: 'End User ID: "../call" is no UUID' },
	{
		parameters: updateUser({ endUserId, updateFields: {} }),
		says: 'Update Fields: there is nothing to update; add at least one field',
	},
];
