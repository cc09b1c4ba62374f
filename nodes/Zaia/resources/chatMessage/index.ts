import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { exportMessages } from './export';
import { exportAndWait } from './exportAndWait';
import { getAll } from './getAll';

export const chatMessage: Resource = {
	option: { name: 'Chat Message', value: 'chatMessage' },
	operations: [create, exportMessages, exportAndWait, getAll],
};
