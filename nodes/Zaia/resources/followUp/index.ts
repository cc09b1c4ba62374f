import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const followUp: Resource = {
	option: { name: 'Follow-Up', value: 'followUp' },
	operations: [getAll],
};
