import type { Resource } from '../../../shared/contract/operation';
import { getAll } from './getAll';

export const channel: Resource = {
	option: { name: 'Channel', value: 'channel' },
	operations: [getAll],
};
