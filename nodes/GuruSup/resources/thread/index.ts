import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';
import { getAll } from './getAll';

export const thread: Resource = {
	option: { name: 'Thread', value: 'thread' },
	operations: [getAll, get],
};
