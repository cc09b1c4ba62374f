import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const squad: Resource = {
	option: { name: 'Squad', value: 'squad' },
	operations: [getAll],
};
