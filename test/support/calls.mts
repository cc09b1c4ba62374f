import type { IDataObject } from 'n8n-workflow';

import { agents } from '../../sandbox/altur/agents.mts';

export const phones = (...numbers: string[]) => numbers.map((phone) => ({ phone }));

/** Altur › Call › Create for that many people, as fast as it goes unless told. */
export const callJob = (count: number, options: IDataObject = {}) => ({
	parameters: {
		resource: 'call',
		operation: 'create',
		agentId: agents.diana.id,
		phoneNumber: '={{ $json.phone }}',
		options: { requestsPerSecond: 0, ...options },
	},
	items: phones(
		...Array.from({ length: count }, (_row, index) => `+5255${String(30_000_000 + index)}`),
	),
});
