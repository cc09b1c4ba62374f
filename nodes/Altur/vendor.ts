import type { Vendor } from '../shared/contract/operation';
import { call } from './resources/call';
import { campaign } from './resources/campaign';
import { contact } from './resources/contact';
import { endUser } from './resources/endUser';
import { message } from './resources/message';
import { thread } from './resources/thread';

export const vendor: Vendor = {
	name: 'Altur',
	credential: 'alturApi',
	// The campaign pages state 12 a second; the other endpoints give no figure, so this stays below it.
	requestsPerSecond: 10,
	resources: [call, campaign, contact, endUser, message, thread],
};
