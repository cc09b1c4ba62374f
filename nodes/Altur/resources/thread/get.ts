import type { IDataObject } from 'n8n-workflow';
import { simplifyField } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { pathId } from '../../../shared/values/read';
import { threadId } from './fields';
import { simpleThread } from './simple';

/** Source: Altur's page "GET /thread/{id}". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a thread',
		description: 'Retrieve a conversation between an agent and an end user',
	},
	repeat: 'safe',
	properties: [threadId, simplifyField],
	request: (read) => ({ method: 'GET', url: `/thread/${pathId(read, 'threadId')}` }),
	output: (body, read) =>
		read.flag('simplify') ? simpleThread(body as IDataObject) : (body as IDataObject),
};
