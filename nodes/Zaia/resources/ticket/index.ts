import type { Resource } from '../../../shared/contract/operation';
import { get } from './get';

export const ticket: Resource = {
	option: { name: 'Ticket', value: 'ticket' },
	operations: [get],
};
