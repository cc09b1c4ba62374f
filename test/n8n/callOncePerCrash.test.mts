import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { connectClient, outputOf } from '../../host/client.mts';
import { startN8n, type RunningN8n } from '../../host/n8n.mts';
import { installPackage } from '../../host/pack.mts';
import { places } from '../../host/places.mts';
import { saveSandboxCredentials } from '../../host/sandboxCredentials.mts';
import { callNode, outcomes, rowsOf } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { chain } from '../support/n8nWorkflow.mts';

const concurrency = 5;
const people = rowsOf(500, 1_000);
const killAfter = 180;

jest.setTimeout(180_000);

describe('Call Once Per, when n8n is killed in the middle of a campaign of 500', () => {
	let real: Lab;
	let userFolder: string;
	let running: RunningN8n | undefined;

	const start = async () => {
		running = await startN8n({ userFolder });
		return await connectClient(running.url);
	};

	beforeAll(async () => {
		real = await lab();
		await real.sandbox.reset();
		userFolder = await mkdtemp(join(places.work, 'test-crash-'));
		await installPackage(userFolder);
	});

	afterAll(async () => {
		await running?.stop();
		await rm(userFolder, { recursive: true, force: true });
	});

	test('a run after the restart calls the others, nobody twice, and reports as unknown whom it leaves out', async () => {
		const before = await start();
		const credentials = await saveSandboxCredentials(before, real.sandbox.url);
		// At a pace, most rows under way are claimed and wait for their turn: the worst moment to die.
		const options = { callOncePer: 'November', concurrency, requestsPerSecond: 100 };
		const node = callNode(options);
		const workflow = await before.createWorkflow(chain(people, [node], credentials));
		await real.sandbox.set({ latencyMs: 15 });
		await before.run(workflow);
		while ((await real.sandbox.counts()).count < killAfter) await sleep(10);
		await running!.kill('SIGKILL');
		const called = Object.keys(await real.sandbox.dialled()).length;
		expect(called).toBeGreaterThanOrEqual(killAfter);
		expect(called).toBeLessThan(people.length);

		const after = await start();
		const again = await after.waitForExecution(await after.run(workflow));
		const items = outputOf(again, 'Call')[0] ?? [];
		const dialled = await real.sandbox.dialled();
		const leftOut = people.map(({ number }) => number).filter((number) => !dialled[number]);
		const unknown = items
			.filter(({ json }) => json.outcome === 'unknown')
			.map(({ json }) => json.phoneNumber);
		expect(Object.values(dialled).every((times) => times === 1)).toBe(true);
		expect(leftOut.length).toBeLessThanOrEqual(concurrency);
		expect(unknown).toEqual(expect.arrayContaining(leftOut));
		expect(items).toHaveLength(people.length);
		expect(outcomes(items)).toEqual({
			placed: people.length - called - leftOut.length,
			skipped: called + leftOut.length - unknown.length,
			unknown: unknown.length,
		});
	});
});
