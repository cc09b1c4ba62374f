import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';
import { send } from './send';

export const message: Resource = {
	option: { name: 'Message', value: 'message' },
	operations: [send, getAll],
};
