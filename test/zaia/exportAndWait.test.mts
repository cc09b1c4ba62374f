import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';

const sandbox = sandboxForTests();
const operation = { resource: 'chatMessage', operation: 'exportAndWait', rangeStart: '' };
const sent = () => sandbox.it.requests('zaia');

beforeEach(() => void sandbox.it.zaia.setExports({ when: 'held' }));

test('the export goes out with the execution’s own signed address, and the execution pauses', async () => {
	const start = Date.now();
	const { outputs, error, runExecutionData, hints } = await zaia(sandbox, {
		parameters: {
			...operation,
			rangeStart: '2026-01-05T00:00:00Z',
			options: { maxWaitMinutes: 5 },
		},
	});
	expect(error).toBeUndefined();
	expect(sent()).toHaveLength(1);
	const body = sent()[0]?.body as IDataObject;
	expect(Object.keys(body).sort()).toEqual(['callbackUrl', 'rangeStart']);
	expect(body.callbackUrl).toMatch(
		/^http:\/\/127\.0\.0\.1\/webhook-waiting\/e\/delivery\?signature=\w{20,}&wait=n\.0$/,
	);
	expect(outputs[0]?.[0]?.json).toEqual({ message: 'Export started' });
	const { waitTill } = runExecutionData as { waitTill?: Date };
	expect(waitTill?.getTime()).toBeGreaterThanOrEqual(start + 5 * 60_000);
	expect(waitTill?.getTime()).toBeLessThan(start + 6 * 60_000);
	expect(hints).toEqual([expect.stringContaining('N8N_PAYLOAD_SIZE_MAX')]);
});

test('what goes on when time runs out says so, and names the payload limit', async () => {
	const { runExecutionData } = await zaia(sandbox, {
		parameters: operation,
		items: [{ from: 'the node before' }],
	});
	const [waiting] = runExecutionData.executionData?.nodeExecutionStack ?? [];
	expect(waiting?.data.main[0]).toEqual([
		expect.objectContaining({
			json: { timedOut: true, message: expect.stringContaining('16 MB') },
		}),
	]);
	const [before] = runExecutionData.resultData.runData.Rows ?? [];
	expect(before?.data?.main[0]?.[0]?.json).toEqual({ from: 'the node before' });
});

test('more than one row is refused before anything is sent, with the advice to loop', async () => {
	const { error, runExecutionData } = await zaia(sandbox, {
		parameters: operation,
		items: [{}, {}],
	});
	expect(error?.message).toContain('takes one row a run, but 2 came; put a Loop Over Items node');
	expect(sent()).toEqual([]);
	expect(runExecutionData.waitTill).toBeUndefined();
});

test('a refused export fails the node and pauses nothing', async () => {
	sandbox.it.fail({ vendor: 'zaia', fault: { kind: 'status', status: 403 } });
	const { error, runExecutionData } = await zaia(sandbox, { parameters: operation });
	expect(error?.message).toContain('Zaia answered: Forbidden (403)');
	expect(runExecutionData.waitTill).toBeUndefined();
});

test('a refused export under "Continue" goes on at once', async () => {
	sandbox.it.fail({ vendor: 'zaia', fault: { kind: 'status', status: 403 } });
	const { outputs, runExecutionData } = await zaia(sandbox, {
		parameters: operation,
		onError: 'continueRegularOutput',
	});
	expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'refused', status: 403 });
	expect(runExecutionData.waitTill).toBeUndefined();
});

test('an n8n that nobody can reach is named, with the setting that helps', async () => {
	const { error } = await zaia(sandbox, { parameters: operation, baseUrl: 'https://zaia.invalid' });
	expect(error?.message).toContain("This execution's address");
	expect(error?.message).toContain('set WEBHOOK_URL to the public HTTPS address of your n8n');
	expect(error?.message).not.toMatch(/signature=\w/);
});

test.each([
	[0, 'must be more than 0'],
	[-1, 'must be a number of zero or more'],
	['soon', 'must be a number of zero or more'],
	[50_000, 'at most 43200'],
])('a wait of %j minutes is refused before anything is sent', async (maxWaitMinutes, words) => {
	const { error } = await zaia(sandbox, {
		parameters: { ...operation, options: { maxWaitMinutes: maxWaitMinutes as number } },
	});
	expect(error?.message).toContain(words);
	expect(sent()).toEqual([]);
});

test('as an AI tool it is refused in words, because a tool cannot pause', async () => {
	class AsTool extends Zaia {
		override async execute(this: IExecuteFunctions) {
			const context = Object.create(this, {
				isToolExecution: { value: () => true },
			}) as typeof this;
			return await new Zaia().execute.call(context);
		}
	}
	const { outputs, error, runExecutionData } = await zaia(sandbox, {
		parameters: operation,
		node: new AsTool(),
	});
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({
		outcome: 'refused',
		message: expect.stringContaining('pauses the execution, which a tool cannot do'),
	});
	expect(sent()).toEqual([]);
	expect(runExecutionData.waitTill).toBeUndefined();
});
