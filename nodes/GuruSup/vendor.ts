import type { Vendor } from '../shared/contract/operation';
import { message } from './resources/message';
import { thread } from './resources/thread';

export const vendor: Vendor = {
	name: 'GuruSup',
	credential: 'guruSupApi',
	// No figure is documented.
	requestsPerSecond: 0,
	resources: [message, thread],
};
