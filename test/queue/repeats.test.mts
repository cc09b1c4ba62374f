import { endedExecutions } from '../support/n8nExample.mts';
import { queueLab, type QueueLab } from '../support/queueLab.mts';
import { publishAlturTrigger, type Published } from '../support/queueWorkflows.mts';

jest.setTimeout(120_000);

let real: QueueLab;
let listener: Published;

/** Altur delivers the end of this call. */
const deliver = async (id: string, base: string) => {
	const url = `${base}/webhook/${listener.path}`;
	const answer = await fetch(`${real.sandbox.url}/sandbox/altur/events`, {
		method: 'POST',
		body: JSON.stringify({ event: 'on_call_end', url, payload: { id } }),
	});
	expect(await answer.json()).toMatchObject([{ outcome: 200 }]);
};

beforeAll(async () => {
	real = await queueLab();
});

beforeEach(async () => {
	await real.sandbox.reset();
	listener = await publishAlturTrigger(real);
});

afterEach(async () => await real.n8n.deactivate(listener.workflow));

describe('The Altur Trigger in queue mode', () => {
	test('takes a delivery that comes twice at the same process once, and runs it on a worker', async () => {
		for (let time = 0; time < 3; time++) await deliver('cll_same', real.webhooks);
		await deliver('cll_other', real.webhooks);
		const executions = await endedExecutions(real, listener.workflow, 2);
		expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		for (const { id } of executions) expect(await real.workersOf(id)).toHaveLength(1);
	});

	test('takes a delivery that comes at two processes twice: each remembers its own', async () => {
		await deliver('cll_same', real.webhooks);
		await deliver('cll_same', real.n8n.session.url);
		expect(await endedExecutions(real, listener.workflow, 2)).toHaveLength(2);
	});
});
