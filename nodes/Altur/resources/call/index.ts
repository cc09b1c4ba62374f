import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { get } from './get';

export const call: Resource = {
	option: { name: 'Call', value: 'call' },
	operations: [create, get],
};
