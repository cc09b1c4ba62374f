import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const agent: Resource = {
	option: { name: 'Agent', value: 'agent' },
	operations: [getAll],
};
