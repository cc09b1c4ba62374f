import type { IWorkflowSettings } from 'n8n-workflow';

import { lab, type Lab } from '../support/n8nLab.mts';
import { agentUses, toolNode } from '../support/n8nTool.mts';
import { exportAndWait, post, waitsOf } from '../support/n8nWaits.mts';
import { chain } from '../support/n8nWorkflow.mts';
import { remoteExports } from '../support/zaiaExports.mts';

jest.setTimeout(120_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});
beforeEach(async () => await real.sandbox.reset());

/** Tells outside that the execution has gone on, and with what. */
const tells = {
	name: 'Tells',
	type: 'n8n-nodes-conversational-agents.guruSup',
	parameters: {
		resource: 'message',
		operation: 'create',
		body: '={{ $json.text }}',
		userFid: 'ana',
		threadFid: 'web-1',
	},
};

async function waiting(settings: IWorkflowSettings) {
	await remoteExports(real.sandbox).set({ when: 'held' });
	const draft = chain([{}], [exportAndWait(), tells], real.credentials);
	const workflow = await real.n8n.createWorkflow({
		...draft,
		settings: { executionOrder: 'v1', ...settings },
	});
	const waits = await waitsOf(real, await real.n8n.run(workflow));
	return { workflow, waits, address: await waits.address(0) };
}

const file: Parameters<typeof post>[1] = ['application/json', '[{"text":"señal"}]'];

const told = async () =>
	(await real.sandbox.requests('gurusup')).map(({ body }) => (body as { body: string }).body);

test('a wait goes on though the workflow saves no executions', async () => {
	const { address } = await waiting({
		...{ saveManualExecutions: false, saveExecutionProgress: false },
		...{ saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' },
	});
	expect((await post(address, file)).status).toBe(200);
	for (let time = 0; (await told()).length === 0 && time < 300; time++) {
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	expect(await told()).toEqual(['señal']);
});

test('a file for a workflow that was deleted meanwhile is refused, and starts nothing', async () => {
	const { workflow, address } = await waiting({});
	await real.n8n.deleteWorkflow(workflow);
	const { status } = await post(address, file);
	expect(status).toBeGreaterThanOrEqual(400);
	expect(await told()).toEqual([]);
});

const number = '+525520000001';
const shapes: Array<[shape: string, expression: string]> = [
	['a key alone', `={{ $fromAI('phone') }}`],
	['double quotes', `={{ $fromAI("phone", "Whom to call") }}`],
	['backticks', '={{ $fromAI(`phone`, `Whom to call`) }}'],
	['a type', `={{ $fromAI('phone', 'Whom to call', 'string') }}`],
	['a default that is not used', `={{ $fromAI('phone', 'Whom', 'string', '+525520000009') }}`],
	['an empty description', `={{ $fromAI('phone', '', 'string') }}`],
	[
		'the mark of the editor',
		`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('phone', \`\`, 'string') }}`,
	],
	['no spaces', `={{$fromAI('phone')}}`],
	['text around it', `=tel {{ $fromAI('phone') }}`.replace('tel ', ' ')],
	['work on what it gives', `={{ $fromAI('phone').trim() }}`],
];

test.each(shapes)(
	'a tool whose number has %s rings whom the model names, once',
	async (_how, phoneNumber) => {
		const tool = toolNode('altur', {
			resource: 'call',
			operation: 'create',
			agentId: '6f1c1b52-3c0e-4d7a-9b7e-0d5a4e1f2a01',
			phoneNumber,
		});
		const { told: answers, runs } = await agentUses(real, tool, [{ phone: number }]);
		expect(answers).toEqual([expect.stringContaining('"outcome":"placed"')]);
		expect(runs).toBe(1);
		expect(await real.sandbox.dialled()).toEqual({ [number]: 1 });
	},
);
