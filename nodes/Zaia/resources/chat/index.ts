import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const chat: Resource = {
	option: { name: 'Chat', value: 'chat' },
	operations: [getAll],
};
