import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import {
	endedExecutions,
	importExample,
	publishExample,
	runExample,
	type Changes,
} from '../support/n8nExample.mts';
import { editNode } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { tableOf } from '../support/n8nTable.mts';

const file = 'campaign-from-a-sheet.json';

jest.setTimeout(240_000);

describe('Example: create a campaign from a sheet, and report on it when it has finished', () => {
	let real: Lab;
	let published: StoredWorkflow | undefined;

	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		await real.sandbox.set({ speed: 1_000 });
	});
	afterEach(async () => {
		if (published) await real.n8n.deactivate(published);
		published = undefined;
	});

	const publish = async (changes: Changes = {}) => {
		const workflow = await importExample(real, file, changes);
		published = workflow;
		const url = await publishExample(real, workflow);
		await fetch(`${real.sandbox.url}/sandbox/altur/webhook`, {
			method: 'POST',
			body: JSON.stringify({ url, events: ['campaign.status_changed'] }),
		});
		return workflow;
	};

	/** Someone's own sheet in place of the file: 5,000 numbers, three of which cannot be reached. */
	const numbers = [
		...Array.from({ length: 4_994 }, (_, index) => 5_510_000_000 + index),
		...['+525550000001', '+525550000002', '+525550000004'],
		...['55', 'call me', '+525550000500'],
	];
	const sheet: Changes = {
		'Rows of the file': {
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: {
				jsCode: `return ${JSON.stringify(numbers.map((phone) => ({ json: { phone, name: 'Ana' } })))};`,
			},
		},
	};

	test('5,000 contacts go in by five requests, are called, and the report adds up', async () => {
		const workflow = await publish(sheet);
		const started = await runExample(real, workflow, 'Start', 120_000);
		expect(started.status).toBe('success');
		const [, ended] = await endedExecutions(real, workflow, 2);
		expect(ended?.status).toBe('success');

		const { byOperation } = await real.sandbox.counts('altur');
		expect(byOperation).toEqual({
			createCampaign: 1,
			addContacts: 5,
			changeCampaign: 1,
			listContacts: expect.any(Number),
		});
		const [{ campaignId } = { campaignId: '' }] = await tableOf(real, 'Campaigns');
		expect(await tableOf(real, 'Campaigns')).toEqual([
			{
				campaignId,
				name: expect.stringMatching(/^Reminder \d{4}-\d\d-\d\d$/),
				state: 'finished',
				contacts: 4_997,
				leftOut: 3,
			},
		]);
		expect(await tableOf(real, 'Campaign rows not added')).toEqual([
			{ campaignId, phone: '55', reason: expect.stringContaining('55') },
			{ campaignId, phone: 'call me', reason: expect.stringContaining('call me') },
			{ campaignId, phone: '+525550000500', reason: 'SERVER_ERROR' },
		]);
		const report = await tableOf(real, 'Campaign report');
		expect(report.sort((one, other) => Number(other.contacts) - Number(one.contacts))).toEqual([
			{ campaignId, status: 'answered', contacts: 3_330 },
			{ campaignId, status: 'converted', contacts: 1_664 },
			{ campaignId, status: 'failed', contacts: 2 },
			{ campaignId, status: 'voicemail', contacts: 1 },
		]);
		expect(outputOf(ended!, 'Get its contacts')[0]).toHaveLength(4_997);
		expect(Object.keys(await real.sandbox.dialled())).toHaveLength(4_997);
	});

	test('by WhatsApp it is the same, with a template and no phone that rings', async () => {
		const workflow = await publish({
			'Name the campaign': {
				parameters: {
					assignments: {
						assignments: [
							{
								id: 'name',
								name: 'name',
								type: 'string',
								value: '=WhatsApp {{ $now.toISODate() }}',
							},
							{ id: 'channel', name: 'channel', type: 'string', value: 'whatsapp' },
						],
					},
					options: {},
				},
			},
			'Rows of the file': {
				...sheet['Rows of the file'],
				parameters: {
					jsCode:
						'return [{ json: { phone: "+525520000001", name: "Ana" } }, { json: { phone: "+525520000002", name: "Luz" } }];',
				},
			},
		});
		expect((await runExample(real, workflow, 'Start')).status).toBe('success');
		const [, ended] = await endedExecutions(real, workflow, 2);
		expect(ended?.status).toBe('success');
		const created = (await real.sandbox.requests('altur')).find(
			({ operationId }) => operationId === 'createCampaign',
		);
		expect(created).toMatchObject({
			status: 200,
			body: {
				integration_type: 'whatsapp',
				integration_id: 'int_sandbox_whatsapp',
				template: 'payment_reminder',
			},
		});
		expect(created?.body).not.toHaveProperty('first_message');
		expect(await tableOf(real, 'Campaigns')).toMatchObject([{ state: 'finished', contacts: 2 }]);
		expect(await tableOf(real, 'Campaign report')).toMatchObject([{ status: 'read', contacts: 2 }]);
		expect(await real.sandbox.dialled()).toEqual({});
	});

	test('a campaign that was started elsewhere is left alone', async () => {
		const workflow = await publish(sheet);
		await fetch(`${real.sandbox.url}/sandbox/altur/events`, {
			method: 'POST',
			body: JSON.stringify({ event: 'campaign.status_changed' }),
		});
		const [execution] = await endedExecutions(real, workflow, 1);
		expect(execution?.status).toBe('success');
		expect((await real.sandbox.counts('altur')).count).toBe(0);
	});

	test('without one row that can be called, nothing is activated', async () => {
		const workflow = await publish({
			'Rows of the file': {
				...sheet['Rows of the file'],
				parameters: { jsCode: 'return [{ json: { phone: "55", name: "Ana" } }];' },
			},
		});
		expect((await runExample(real, workflow, 'Start')).status).toBe('success');
		expect((await real.sandbox.counts('altur')).byOperation).toEqual({ createCampaign: 1 });
		expect(await tableOf(real, 'Campaigns')).toMatchObject([{ state: 'filled', contacts: 0 }]);
	});

	test('run again after a correction it goes on with the same campaign, and rings everyone once', async () => {
		const rowsAre = (...phones: string[]) => ({
			jsCode: `return ${JSON.stringify(phones.map((phone) => ({ json: { phone, name: 'Ana' } })))};`,
		});
		const workflow = await publish({
			'Rows of the file': {
				...sheet['Rows of the file'],
				parameters: rowsAre('55', '+525520000001'),
			},
			'Activate campaign': {
				parameters: { campaignId: { __rl: true, mode: 'id', value: '999999' } },
			},
		});
		expect((await runExample(real, workflow, 'Start')).status).toBe('error');
		expect(await real.sandbox.dialled()).toEqual({});

		const right = { __rl: true, mode: 'id', value: '={{ $json.campaignId }}' };
		await editNode(real, workflow, 'Activate campaign', { campaignId: right });
		const again = await real.n8n.session.get<StoredWorkflow>(`/rest/workflows/${workflow.id}`);
		const corrected = rowsAre('+525520000002', '+525520000001');
		await editNode(real, again, 'Rows of the file', corrected);
		expect((await runExample(real, workflow, 'Start')).status).toBe('success');
		await endedExecutions(real, workflow, 3);
		expect(await tableOf(real, 'Campaigns')).toMatchObject([{ contacts: 2, leftOut: 0 }]);
		expect((await real.sandbox.counts('altur')).byOperation).toMatchObject({ createCampaign: 1 });
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1, '+525520000002': 1 });
	});
});
