import type { INodeParameters } from 'n8n-workflow';

import { runsOf } from '../../host/client.mts';
import { callNode, rows } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

/*
 * What n8n takes away before a node runs, which no node can see: should n8n ever hand it on, these tests say
 * so, and the documents can promise more.
 */

jest.setTimeout(60_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

const checkOnly = { checkOnly: true, callOncePer: 'November' };

test.each([
	['Options that are one expression', `={{ ${JSON.stringify(checkOnly)} }}`],
	['Options that are a text', JSON.stringify(checkOnly)],
	['Options that are a list', [checkOnly]],
	['options by names that the form does not have', { check_only: true, CallOncePer: 'November' }],
])(
	'%s never reach the node, and its hint says that nothing was in force',
	async (_what, options) => {
		const call = callNode();
		const parameters = { ...call.parameters, options: options as INodeParameters };
		const { execution, output } = await real.runWorkflow({
			items: rows('+525512345678'),
			nodes: { ...call, parameters },
		});
		expect(output[0]?.map(({ json }) => json.outcome)).toEqual(['placed']);
		const hints = runsOf(execution, call.name!).flatMap((run) => run.hints ?? []);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/Check Only off, Calling Hours none, Call Once Per none/),
		]);
	},
);
