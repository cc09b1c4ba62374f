import type { Resource } from '../../../shared/operation';
import { getAll } from './getAll';

export const squad: Resource = {
	option: { name: 'Squad', value: 'squad' },
	operations: [getAll],
};
