import type { Resource } from '../../../shared/contract/operation';
import { add } from './add';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const contact: Resource = {
	option: { name: 'Contact', value: 'contact' },
	operations: [add, remove, get, getAll],
};
