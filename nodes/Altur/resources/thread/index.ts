import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';

export const thread: Resource = {
	option: { name: 'Thread', value: 'thread' },
	operations: [get],
};
