import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { get } from './get';

export const message: Resource = {
	option: { name: 'Message', value: 'message' },
	operations: [create, get],
};
