import { agents } from '../../sandbox/altur/agents.mts';

/** One operation of the node: its parameters, and the request that reaches the vendor. */
export interface Case {
	title: string;
	/** Run first, its output being the input. */
	before?: object;
	parameters: object;
	/** The operation of the vendor's contract. */
	operation: string;
	method: string;
	path: string | RegExp;
	query?: object;
	body?: object;
	/** Headers beyond those of every request. */
	headers?: Record<string, unknown>;
	/** What comes out, in part. */
	output: object;
}

export const agentId = { __rl: true, mode: 'list', value: agents.diana.id };

export const phoneNumber = '55 1234 5678';

export const options = { defaultCountryCode: '+52' };
