import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const chatThread: Resource = {
	option: { name: 'Chat Thread', value: 'chatThread' },
	operations: [getAll],
};
