import type { Resource } from '../../../shared/contract/operation';
import { call } from './call';

export const api: Resource = {
	option: { name: 'API', value: 'api' },
	operations: [call],
};
