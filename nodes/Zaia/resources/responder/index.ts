import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const responder: Resource = {
	option: { name: 'Responder', value: 'responder' },
	operations: [getAll],
};
