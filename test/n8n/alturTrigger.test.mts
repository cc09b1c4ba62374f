import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import { alturWebhookSecret } from '../../sandbox/altur/address.mts';
import { attacks, eventOf, header, signed } from '../altur/attacks.mts';
import { executionCount, sender, untilExecutions } from '../support/n8nDeliveries.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const type = 'n8n-nodes-conversational-agents.alturTrigger';

interface Called {
	workflow: StoredWorkflow;
	path: string;
	url: string;
}

describe('Altur Trigger in real n8n', () => {
	jest.setTimeout(60_000);
	let real: Lab;
	const vendor = sender(20);
	const active: Called[] = [];

	beforeAll(async () => {
		real = await lab();
	});
	afterAll(async () => {
		for (const { workflow } of active) await real.n8n.deactivate(workflow);
		await vendor.close();
	});

	const credentialWith = async (webhookSecret: string, name = `Altur ${randomUUID()}`) => {
		const data = {
			apiKey: 'sandbox-altur-key',
			baseUrl: `${real.sandbox.url}/altur/api/v1.0`,
			webhookSecret,
		};
		return await real.n8n.saveCredential({ name, type: 'alturApi', data });
	};

	const create = async (
		parameters: IDataObject = {},
		credential = real.credentials.find((stored) => stored.type === 'alturApi')!,
	): Promise<Called> => {
		const webhookId = randomUUID();
		const position = [0, 0] as [number, number];
		const trigger = {
			...{ id: randomUUID(), name: 'Altur', type, typeVersion: 1, position, webhookId },
			parameters: parameters as never,
			credentials: { alturApi: { id: credential.id, name: credential.name } },
		};
		const last = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
		const workflow = await real.n8n.createWorkflow({
			name: `Test ${webhookId}`,
			nodes: [trigger, { id: randomUUID(), name: 'Last', position, ...last }],
			connections: { Altur: { main: [[{ node: 'Last', type: 'main', index: 0 }]] } },
		});
		const path = `${webhookId}/webhook`;
		return { workflow, path, url: `${real.n8n.session.url}/webhook/${path}` };
	};

	const activate = async (...asked: Parameters<typeof create>): Promise<Called> => {
		const called = await create(...asked);
		await real.n8n.activate(called.workflow, { path: called.path });
		active.push(called);
		return called;
	};

	/** Posts an event, with this signature or none, and answers the status. */
	const deliver = async (url: string, body: string | Buffer, headers: string[]) => {
		const { status, text } = await vendor.post(url, body, headers);
		return `${status} ${text}`.trim();
	};

	const executions = async ({ workflow }: Called) => await executionCount(real, workflow);

	test('400 hostile deliveries: none comes in, and 1,000 valid ones after them all do', async () => {
		// All 10,000 stand in test/altur: n8n itself sets an expression engine up for every delivery.
		const called = await activate();
		const hostile = await vendor.flood(400, async (index) => {
			const good = eventOf(`cll_${index}`);
			const { body = good, headers } = attacks[index % attacks.length]!(good);
			return (await deliver(called.url, body, headers)).slice(0, 3);
		});
		// n8n itself refuses a body that is no JSON any more with 422.
		const { 401: refused = 0, 422: broken = 0, ...others } = hostile;
		expect(others).toEqual({});
		expect(refused + broken).toBe(400);
		expect(refused).toBeGreaterThan(350);
		expect(await executions(called)).toBe(0);

		const valid = await vendor.flood(1_000, async (index) => {
			const body = eventOf(`cll_valid_${index}`);
			return await deliver(called.url, body, [header, signed(body)]);
		});
		expect(valid).toEqual({ '200': 1_000 });
		await untilExecutions(real, called.workflow, 1_000);
	}, 600_000);

	test('the same event five times, one after the other and at once, starts one execution', async () => {
		const called = await activate();
		for (const id of ['cll_a', 'cll_b']) {
			const body = eventOf(id);
			const send = async () => await deliver(called.url, body, [header, signed(body)]);
			if (id === 'cll_a') for (let time = 0; time < 5; time++) expect(await send()).toBe('200');
			else expect(await vendor.flood(5, send)).toEqual({ '200': 5 });
		}
		await untilExecutions(real, called.workflow, 2);
	});

	test('the sandbox’s own events come through whole, and only those that were chosen', async () => {
		const called = await activate({
			events: ['on_call_end', 'campaign.status_changed'],
			options: { campaignStatuses: ['finished'] },
		});
		for (const event of ['campaign.cycle_completed', 'campaign.status_changed', 'on_call_end']) {
			const answer = await fetch(`${real.sandbox.url}/sandbox/altur/events`, {
				method: 'POST',
				body: JSON.stringify({ url: called.url, event }),
			});
			expect(await answer.json()).toMatchObject([{ outcome: 200 }]);
		}
		await untilExecutions(real, called.workflow, 2);
		const listed = await real.n8n.listExecutions(called.workflow.id);
		const ended = await Promise.all(listed.map(({ id }) => real.n8n.waitForExecution(id)));
		expect(ended.map((execution) => outputOf(execution, 'Altur')[0]?.[0]?.json)).toMatchObject([
			{ event_type: 'on_call_end', transcript: [{ content: '¿Hablo con Sofía Muñoz? 😀' }, {}] },
			{ event_type: 'campaign.status_changed', data: { campaign: { status: 'finished' } } },
		]);
	});

	test('without a secret the workflow does not start, and says why', async () => {
		const called = await create({}, await credentialWith(''));
		// Earlier versions of n8n refuse at once; later ones say yes and fail a moment after.
		const refused = await real.n8n.activate(called.workflow).catch((error: Error) => error.message);
		const said = typeof refused === 'string' ? refused : await untilFailed(called);
		expect(JSON.stringify(said)).toContain('The Altur credential has no Webhook Secret');
		const body = eventOf('cll_1');
		expect(await deliver(called.url, body, [header, signed(body)])).toMatch(/^404/);
	});

	const untilFailed = async ({ workflow }: Called) => {
		const path = `/rest/workflows/${workflow.id}/publication-status`;
		for (let time = 0; time < 1_000; time++) {
			const status = await real.n8n.session.get<IDataObject>(path);
			if (JSON.stringify(status).includes('failed')) return status;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		throw new Error('The publication did not fail.');
	};

	test('a secret that is removed later opens nothing any more', async () => {
		const credential = await credentialWith(alturWebhookSecret);
		const called = await activate({}, credential);
		const body = eventOf('cll_1');
		expect(await deliver(called.url, body, [header, signed(body)])).toBe('200');
		await credentialWith('', credential.name);
		const next = eventOf('cll_2');
		for (const secret of [alturWebhookSecret, ''])
			expect(await deliver(called.url, next, [header, signed(next, secret)])).toBe('401');
		await untilExecutions(real, called.workflow, 1);
	});
});
