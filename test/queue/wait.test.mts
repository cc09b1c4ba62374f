import { outputOf } from '../../host/client.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';
import { post, waitingLoop } from '../support/n8nWaits.mts';
import { remoteExports } from '../support/zaiaExports.mts';

const nodes = [
	{
		name: 'Zaia',
		type: 'n8n-nodes-conversational-agents.zaia',
		parameters: { resource: 'chatMessage', operation: 'exportAndWait', rangeStart: '' },
	},
	{ name: 'Next', type: 'n8n-nodes-base.noOp' },
];
/** Jobs go to whichever worker is idle: one of so many pauses goes on elsewhere. */
const pauses = 12;

jest.setTimeout(180_000);

let real: QueueLab;

beforeAll(async () => {
	real = await queueLab();
});

beforeEach(async () => await real.sandbox.reset());

describe('Export and Wait in queue mode', () => {
	test('pauses on one worker and goes on with the file on another, through the webhook processor', async () => {
		const exports = remoteExports(real.sandbox);
		await exports.set({ when: 'held', mostMessages: 2 });
		const seen: string[] = [];
		for (let pause = 0; pause < pauses && !seen.includes('another'); pause++) {
			const { executionId } = await real.startWorkflow({ items: [{}], nodes });
			await real.n8n.waitForExecution(executionId, { until: ['waiting'] });
			expect(await exports.deliver(pause)).toMatchObject([{ outcome: 200 }]);
			const execution = await real.n8n.waitForExecution(executionId);
			expect(execution.status).toBe('success');
			expect(outputOf(execution, 'Next')[0]).toHaveLength(2);
			const [first, second, ...more] = await real.workersOf(executionId);
			expect(more).toEqual([]);
			seen.push(first === second ? 'the same' : 'another');
		}
		expect(seen).toContain('another');
		const asked = await exports.asked();
		expect(asked).toHaveLength(seen.length);
		for (const { callbackUrl } of asked) expect(callbackUrl.startsWith(real.webhooks)).toBe(true);
	});

	test('two answers to one pause, at the main process and at the webhook processor, go on once', async () => {
		const exports = remoteExports(real.sandbox);
		await exports.set({ when: 'held' });
		const { executionId, workflow } = await real.startWorkflow({ items: [{}], nodes });
		await real.n8n.waitForExecution(executionId, { until: ['waiting'] });
		const [{ callbackUrl } = { callbackUrl: '' }] = await exports.asked();
		const post = async (url: string) => {
			const headers = { 'content-type': 'application/json' };
			const body = JSON.stringify([{ content: 'Hello' }]);
			return (await fetch(url, { method: 'POST', headers, body })).status;
		};
		const answers = await Promise.all([
			post(callbackUrl),
			post(callbackUrl.replace(real.webhooks, real.n8n.session.url)),
		]);
		const [taken, refused] = answers.sort();
		expect(taken).toBe(200);
		// n8n says 409 to one that comes later, and 500 to one that comes at the same moment.
		expect([409, 500]).toContain(refused);
		const execution = await real.n8n.waitForExecution(executionId);
		expect(outputOf(execution, 'Next')[0]?.map(({ json }) => json)).toEqual([{ content: 'Hello' }]);
		expect(await real.n8n.listExecutions(workflow.id)).toHaveLength(1);
	});

	test('in a loop, an earlier round’s file is turned away by every process that may take it', async () => {
		const waits = await waitingLoop(real, [{ round: 1 }, { round: 2 }]);
		const first = await waits.address(0);
		const file = (round: number) => ['application/json', JSON.stringify([{ round }])] as const;
		expect((await post(first, [...file(1)])).status).toBe(200);
		const second = await waits.address(1);
		for (const base of [real.webhooks, real.n8n.session.url]) {
			const again = first.replace(real.webhooks, base);
			expect((await post(again, [...file(1)])).status).toBe(410);
		}
		expect(await waits.status()).toBe('waiting');
		expect((await post(second, [...file(2)])).status).toBe(200);
		const rounds = await waits.rounds();
		expect(rounds.map((items) => items.map(({ json }) => json))).toEqual([
			[{ round: 1 }],
			[{ round: 2 }],
		]);
	});
});
