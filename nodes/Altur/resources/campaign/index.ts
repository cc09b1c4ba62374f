import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getCalls } from './getCalls';
import { lifecycle } from './lifecycle';
import { update } from './update';

export const campaign: Resource = {
	option: { name: 'Campaign', value: 'campaign' },
	operations: [create, get, getAll, getCalls, update, ...lifecycle],
};
