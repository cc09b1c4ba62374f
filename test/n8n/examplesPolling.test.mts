import { outputOf } from '../../host/client.mts';
import { importExample, runExample } from '../support/n8nExample.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { tableOf } from '../support/n8nTable.mts';

const file = 'ended-calls-without-a-webhook.json';
const numbers = ['+525520000001', '+525520000002', '+525550000001'];

jest.setTimeout(240_000);

describe('Example: ended calls of a campaign, without a webhook', () => {
	let real: Lab;
	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		await real.sandbox.set({ speed: 1_000 });
	});

	const altur = async (method: string, path: string, body?: object) =>
		await fetch(`${real.sandbox.url}/altur/api/v1.0${path}`, {
			method,
			headers: {
				authorization: 'api-key sandbox-altur-key',
				'content-type': 'application/json',
			},
			body: body && JSON.stringify(body),
		});

	test('each call that has ended goes on once, however often the campaign is read', async () => {
		await altur('POST', '/campaigns/1001/contacts', {
			contacts: numbers.map((contact) => ({ contact })),
		});
		await altur('POST', '/campaigns/1001/activate');
		let called: Array<{ ended_at: string | null }> = [];
		while (called.length < 3 || called.some(({ ended_at: at }) => at === null)) {
			await new Promise((resume) => setTimeout(resume, 100));
			const answer = await altur('GET', '/campaigns/1001/calls');
			called = ((await answer.json()) as { calls: typeof called }).calls;
		}
		const workflow = await importExample(real, file);
		const first = await runExample(real, workflow, 'Every five minutes');
		expect(first.status).toBe('success');
		expect(outputOf(first, 'Your own steps')[0]).toHaveLength(3);
		const rows = await tableOf(real, 'Ended calls');
		expect(rows.map(({ phone, status }) => `${String(phone)} ${String(status)}`).sort()).toEqual([
			'+525520000001 ended',
			'+525520000002 ended',
			'+525550000001 busy',
		]);

		const second = await runExample(real, workflow, 'Every five minutes');
		expect(second.status).toBe('success');
		expect(outputOf(second, 'Only those not seen before')[0] ?? []).toEqual([]);
		expect(await tableOf(real, 'Ended calls')).toEqual(rows);
	});

	test('a campaign without calls brings nothing, and is no failure', async () => {
		const workflow = await importExample(real, file);
		const run = await runExample(real, workflow, 'Every five minutes');
		expect(run.status).toBe('success');
		expect((await real.sandbox.counts('altur')).byOperation).toEqual({ listCampaignCalls: 1 });
	});
});
