import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { get } from './get';
import { update } from './update';

export const endUser: Resource = {
	option: { name: 'End User', value: 'endUser' },
	operations: [create, get, update],
};
