import { randomUUID } from 'node:crypto';
import { Agent, request } from 'undici';
import type { IDataObject } from 'n8n-workflow';
import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import { alturWebhookSecret } from '../../sandbox/altur/address.mts';
import { attacks, eventOf, header, signed } from '../altur/attacks.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const type = 'n8n-nodes-conversational-agents.alturTrigger';
const inFlight = 20;

interface Called {
	workflow: StoredWorkflow;
	path: string;
	url: string;
}

describe('Altur Trigger in real n8n', () => {
	jest.setTimeout(60_000);
	let real: Lab;
	const agent = new Agent({ connections: inFlight });
	const active: Called[] = [];

	beforeAll(async () => {
		real = await lab();
	});
	afterAll(async () => {
		for (const { workflow } of active) await real.n8n.deactivate(workflow);
		await agent.close();
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

	const deliver = async (url: string, body: string | Buffer, headers: string[]) => {
		const answer = await request(url, {
			dispatcher: agent,
			method: 'POST',
			headers: ['content-type', 'application/json', ...headers],
			body,
		});
		return `${answer.statusCode} ${await answer.body.text()}`.trim();
	};

	/** Delivers 0 … count-1, many in flight, and answers how often each answer came back. */
	const deliverMany = async (count: number, one: (index: number) => Promise<string>) => {
		const answers: Record<string, number> = {};
		let next = 0;
		const lane = async () => {
			while (next < count) {
				const index = next++;
				let answer = await one(index);
				// n8n says 503 while its database did not answer its own pings; a vendor comes again then too.
				for (let time = 0; time < 60 && answer.startsWith('503'); time++) {
					await new Promise((resolve) => setTimeout(resolve, 500));
					answer = await one(index);
				}
				answers[answer] = (answers[answer] ?? 0) + 1;
			}
		};
		await Promise.all(Array.from({ length: inFlight }, lane));
		return answers;
	};

	const executions = async ({ workflow }: Called) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
		const list = await real.n8n.session.get<{ count: number }>(
			`/rest/executions?filter=${filter}&limit=1`,
		);
		return list.count;
	};

	const untilExecutions = async (called: Called, count: number) => {
		for (let time = 0; time < 600 && (await executions(called)) < count; time++)
			await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await executions(called)).toBe(count);
	};

	test('1,000 hostile deliveries: none comes in, and 1,000 valid ones after them all do', async () => {
		// All 10,000 stand in test/altur: n8n itself sets an expression engine up for every delivery.
		const called = await activate();
		const hostile = await deliverMany(1_000, async (index) => {
			const good = eventOf(`cll_${index}`);
			const { body = good, headers } = attacks[index % attacks.length]!(good);
			return (await deliver(called.url, body, headers)).slice(0, 3);
		});
		// n8n itself refuses a body that is no JSON any more with 422.
		const { 401: refused = 0, 422: broken = 0, ...others } = hostile;
		expect(others).toEqual({});
		expect(refused + broken).toBe(1_000);
		expect(refused).toBeGreaterThan(900);
		expect(await executions(called)).toBe(0);

		const valid = await deliverMany(1_000, async (index) => {
			const body = eventOf(`cll_valid_${index}`);
			return await deliver(called.url, body, [header, signed(body)]);
		});
		expect(valid).toEqual({ '200': 1_000 });
		await untilExecutions(called, 1_000);
	}, 600_000);

	test('the same event five times, one after the other and at once, starts one execution', async () => {
		const called = await activate();
		for (const id of ['cll_a', 'cll_b']) {
			const body = eventOf(id);
			const send = async () => await deliver(called.url, body, [header, signed(body)]);
			if (id === 'cll_a') for (let time = 0; time < 5; time++) expect(await send()).toBe('200');
			else expect(await deliverMany(5, send)).toEqual({ '200': 5 });
		}
		await untilExecutions(called, 2);
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
		await untilExecutions(called, 2);
		const listed = await real.n8n.listExecutions(called.workflow.id);
		const ended = await Promise.all(listed.map(({ id }) => real.n8n.waitForExecution(id)));
		expect(ended.map((execution) => outputOf(execution, 'Altur')[0]?.[0]?.json)).toMatchObject([
			{ event_type: 'on_call_end', transcript: [{ content: '¿Hablo con Sofía Muñoz? 😀' }, {}] },
			{ event_type: 'campaign.status_changed', data: { campaign: { status: 'finished' } } },
		]);
	});

	test('without a secret the workflow does not start, and says why', async () => {
		const called = await create({}, await credentialWith(''));
		await real.n8n.activate(called.workflow);
		const status = await untilFailed(called);
		expect(JSON.stringify(status)).toContain('The Altur credential has no Webhook Secret');
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
		await untilExecutions(called, 1);
	});
});
