import type { IDataObject } from 'n8n-workflow';
import { agents } from '../../sandbox/altur/agents.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { agentUses, fromAi, onlyItem, toolNode } from '../support/n8nTool.mts';
import { kinds } from '../support/toolKinds.mts';

/** The kind that sends there. */
const kindTo = (path: string) => kinds.find(({ sent }) => sent[1] === path)!;

jest.setTimeout(60_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('as a tool of an AI agent', () => {
	test.each(kinds)('$kind: the model reads what it does, and what it says arrives', async (it) => {
		const node = toolNode(it.node, it.parameters);
		const { tool, told, execution } = await agentUses(real, node, [it.says]);
		expect(execution.status).toBe('success');
		expect(tool).toMatchObject({ name: 'The_tool', description: it.reads });
		const { properties, required } = tool.parameters;
		const types = Object.entries(properties).map(([key, one]) => [
			key,
			'type' in one ? one.type : undefined,
		]);
		expect(Object.fromEntries(types)).toEqual(it.types);
		expect(required?.toSorted()).toEqual(Object.keys(it.types).sort());
		expect(onlyItem(told)).toMatchObject(it.told);
		const [request, ...more] = await real.sandbox.requests(it.node.toLowerCase());
		expect(more).toEqual([]);
		const [method, path, content] = it.sent;
		const { body, query } = request!;
		expect([request!.method, request!.path, method === 'GET' ? query : body]).toEqual([
			method,
			path,
			content,
		]);
	});

	test.each([
		[
			'stores a message',
			kindTo('/messages'),
			/Create a message.*may have been carried out; it is not sent again/,
		],
		[
			'writes to a chat',
			kindTo('/api/v1/chat-messages'),
			/Create a chat message.*may have been carried out; it is not sent again/,
		],
		['reads a list', kindTo('/campaigns'), /answered: Internal Server Error \(500\)/],
	])(
		'one that %s and fails is told once, in words',
		async (_what, { node, parameters, says }, words) => {
			const fault = { kind: 'status', status: 500, carriedOut: true } as const;
			await real.sandbox.fail({ vendor: node.toLowerCase(), fault });
			const { told, runs, execution } = await agentUses(real, toolNode(node, parameters), [says]);
			expect([execution.status, runs]).toEqual(['success', 1]);
			const { message } = onlyItem(told);
			expect(message).toMatch(words);
			expect(message).toMatch(
				/\. Do not call this tool again with the same values; tell the user what happened\.$/,
			);
			expect(told[0]).not.toMatch(/\bat \S+ \(|node_modules|\.js:\d/);
			expect(told[0]!.length).toBeLessThan(500);
			expect(await real.sandbox.requests(node.toLowerCase())).toHaveLength(1);
		},
	);

	test('a list goes no further than its limit, and is simplified', async () => {
		const parameters = { resource: 'campaign', operation: 'getAll' };
		const { told } = await agentUses(real, toolNode('altur', parameters), [{}]);
		const campaigns = JSON.parse(told[0]!) as IDataObject[];
		expect(campaigns).toHaveLength(50);
		expect(Object.keys(campaigns[0]!)).not.toContain('cycle_enabled');
	});

	test('what the model leaves out is said by its name in the form', async () => {
		const { told } = await agentUses(real, toolNode('guruSup', kindTo('/messages').parameters), [
			{ user: 'ana', thread: 'web-1', agent: false },
		]);
		expect(onlyItem(told)).toMatchObject({
			outcome: 'refused',
			message: expect.stringMatching(/^Body: is empty\. /) as string,
		});
		expect(await real.sandbox.requests('gurusup')).toEqual([]);
	});
});

describe('as a tool that takes its time', () => {
	test('a call is followed to its end, and its recording stays in n8n', async () => {
		const called = await agentUses(
			real,
			toolNode('altur', {
				resource: 'call',
				operation: 'createAndWait',
				agentId: agents.diana.id,
				phoneNumber: fromAi('phone', 'Whom to call'),
				options: { pollIntervalSeconds: 1 },
			}),
			[{ phone: '+525520000001' }],
		);
		const call = onlyItem(called.told);
		expect(call).toMatchObject({ status: 'ended', timedOut: false, outcome: 'placed' });
		const recording = {
			resource: 'call',
			operation: 'getRecording',
			callId: fromAi('call', 'Which'),
		};
		const { told } = await agentUses(real, toolNode('altur', recording), [{ call: call.id }]);
		expect(onlyItem(told)).toEqual({ id: call.id, fileName: `${String(call.id)}.wav` });
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1 });
	});

	test('an export that would pause the execution is refused at once, and nothing is sent', async () => {
		const parameters = { resource: 'chatMessage', operation: 'exportAndWait' };
		const { told, runs, execution } = await agentUses(real, toolNode('zaia', parameters), [{}]);
		expect([execution.status, runs]).toEqual(['success', 1]);
		expect(onlyItem(told)).toEqual({
			outcome: 'refused',
			message:
				'Export and Wait pauses the execution, which a tool cannot do. Do not call this tool again with the same values; tell the user what happened.',
		});
		expect(await real.sandbox.requests('zaia')).toEqual([]);
	});
});
