import type { Resource } from '../../../shared/operation';
import { getAll } from './getAll';

export const responder: Resource = {
	option: { name: 'Responder', value: 'responder' },
	operations: [getAll],
};
