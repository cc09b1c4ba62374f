import type { Resource } from '../../../shared/contract/operation';
import { authenticate } from './authenticate';
import { getAll } from './getAll';

export const externalUser: Resource = {
	option: { name: 'External User', value: 'externalUser' },
	operations: [getAll, authenticate],
};
