import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { header, signed } from '../altur/attacks.mts';
import { executionCount, untilExecutions } from '../support/n8nDeliveries.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { post } from '../support/n8nWaits.mts';

jest.setTimeout(120_000);

let real: Lab;
const active: StoredWorkflow[] = [];

beforeAll(async () => {
	real = await lab();
});
afterAll(async () => {
	for (const workflow of active) await real.n8n.deactivate(workflow);
});

/** A published workflow of one trigger. */
async function publish(trigger: string, parameters: IDataObject) {
	const webhookId = randomUUID();
	const workflow = await real.n8n.createWorkflow({
		name: `Test ${webhookId}`,
		nodes: [
			{
				...{ id: randomUUID(), name: 'Trigger', webhookId, typeVersion: 1, position: [0, 0] },
				type: `n8n-nodes-conversational-agents.${trigger}`,
				parameters: parameters as never,
				credentials: Object.fromEntries(
					real.credentials.map(({ id, name, type }) => [type, { id, name }]),
				),
			},
		],
		connections: {},
	});
	const path = `${webhookId}/webhook`;
	await real.n8n.activate(workflow, { path });
	active.push(workflow);
	return { workflow, url: `${real.n8n.session.url}/webhook/${path}` };
}

/** What the executions of a workflow began with, the first one first. */
async function begun(workflow: StoredWorkflow, count: number) {
	await untilExecutions(real, workflow, count);
	const ids = (await real.n8n.listExecutions(workflow.id)).map(({ id }) => Number(id));
	const ended = await Promise.all(
		ids.sort((a, b) => a - b).map((id) => real.n8n.waitForExecution(String(id))),
	);
	return ended.map((execution) => outputOf(execution, 'Trigger')[0] ?? []);
}

describe('Altur’s events', () => {
	const deliver = async (url: string, body: string) => {
		const headers = { [header]: signed(body) };
		expect(await post(url, ['application/json', body, headers])).toEqual({ status: 200, text: '' });
	};
	const changed = { event_type: 'campaign.status_changed', data: { campaign: { id: 1 } } };

	test('are known by numbers and by empty IDs as well: one execution for each body', async () => {
		const { workflow, url } = await publish('alturTrigger', {
			events: ['on_call_end', 'campaign.status_changed'],
			options: {},
		});
		const bodies = [
			JSON.stringify({ event_type: 'on_call_end', id: 12345, status: 'ended' }),
			JSON.stringify({ ...changed, event_id: 987 }),
			JSON.stringify({ event_type: 'on_call_end', event_id: '', id: 'cll_e', status: 'ended' }),
			'{"event_type":"on_call_end","id":1363285939423092736}',
			'{"event_type":"on_call_end","id":1363285939423092737}',
		];
		for (const body of bodies) for (let time = 0; time < 3; time++) await deliver(url, body);
		await untilExecutions(real, workflow, bodies.length);
	});

	test('that bring the transcript second start an execution too, and again only once', async () => {
		const { workflow, url } = await publish('alturTrigger', { events: ['on_call_end'] });
		const call = { event_type: 'on_call_end', id: 'cll_b', status: 'ended' };
		const bare = JSON.stringify({ ...call, transcript: [], recording_url: '' });
		const full = JSON.stringify({ ...call, transcript: ['Hola'], recording_url: '/call/cll_b/r' });
		for (const body of [bare, bare, full, full, bare]) await deliver(url, body);
		const transcripts = (await begun(workflow, 2)).map(([item]) => item?.json.transcript);
		expect(transcripts).toEqual([[], ['Hola']]);
	});
});

test('GuruSup’s messages with IDs beyond 2^53 are three messages', async () => {
	const options = { repeatKey: 'message.id' };
	const { workflow, url } = await publish('guruSupTrigger', {
		responseMode: 'onReceived',
		options,
	});
	for (const last of [6, 7, 8, 7]) {
		const body = `{"event":"send","message":{"id":136328593942309273${last},"body":"uno"}}`;
		const answer = await post(url, ['application/json', body, { 'x-api-key': guruSupKey }]);
		expect(answer.status).toBe(200);
	}
	await untilExecutions(real, workflow, 3);
});

describe('Zaia’s exports', () => {
	test('have the names that content-disposition gives them, and start with an item where they are empty', async () => {
		const { workflow, url } = await publish('zaiaTrigger', { event: 'exportReady', options: {} });
		const names: Array<[string, string]> = [
			['attachment; filename="exportação-novembro.csv"', 'exportação-novembro.csv'],
			['attachment; filename="chats; november.csv"', 'chats; november.csv'],
			['attachment; filename="a\\"b.csv"', 'a"b.csv'],
			["attachment; filename*=iso-8859-1'pt'exporta%E7%E3o.csv", 'exportação.csv'],
			['attachment; filename="../../C:\\\\x.csv"', 'x.csv'],
		];
		for (const [disposition] of names) {
			// Node writes header values as Latin-1: these are the bytes of UTF-8.
			const bytes = Buffer.from(disposition).toString('latin1');
			await post(url, ['text/csv', 'a;b', { 'content-disposition': bytes }]);
		}
		const empty: Array<[string | undefined, string]> = [
			['application/json', '[]'],
			['application/json', '{}'],
			['application/json', 'null'],
			['text/csv', ''],
			[undefined, ''],
		];
		for (const body of empty) expect((await post(url, body)).status).toBe(200);
		const items = await begun(workflow, names.length + empty.length);
		const files = items.slice(0, names.length).map(([item]) => item?.binary?.data?.fileName);
		expect(files).toEqual(names.map(([, name]) => name));
		for (const [item, ...more] of items.slice(names.length)) {
			expect(more).toEqual([]);
			expect(item).toMatchObject({ json: { isEmpty: true } });
		}
		expect(await executionCount(real, workflow)).toBe(items.length);
	});
});
