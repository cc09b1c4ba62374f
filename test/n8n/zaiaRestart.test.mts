import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { connectClient, outputOf } from '../../host/client.mts';
import { startN8n, type RunningN8n } from '../../host/n8n.mts';
import { installPackage } from '../../host/pack.mts';
import { places } from '../../host/places.mts';
import { saveSandboxCredentials } from '../../host/sandboxCredentials.mts';
import { startSandbox, type FullSandbox } from '../../sandbox/start.mts';
import { chain, startName } from '../support/n8nWorkflow.mts';

describe('Export and Wait while n8n is killed and started again', () => {
	let userFolder: string;
	let sandbox: FullSandbox;
	let n8n: RunningN8n;

	beforeAll(async () => {
		userFolder = await mkdtemp(join(places.work, 'test-'));
		await installPackage(userFolder);
		sandbox = await startSandbox();
	}, 60_000);

	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
		await rm(userFolder, { recursive: true, force: true });
	}, 60_000);

	test('the execution still waits, and goes on with the file', async () => {
		const port = await getPort();
		n8n = await startN8n({ userFolder, port });
		const client = await connectClient(n8n.url);
		const credentials = await saveSandboxCredentials(client, sandbox.url);
		const zaia = {
			name: 'Zaia',
			type: 'n8n-nodes-conversational-agents.zaia',
			parameters: { resource: 'chatMessage', operation: 'exportAndWait', rangeStart: '' },
		};
		const next = { name: 'Next', type: 'n8n-nodes-base.noOp' };
		const workflow = await client.createWorkflow(chain([{}], [zaia, next], credentials));
		sandbox.zaia.setExports({ when: 'held', mostMessages: 2 });
		const id = await client.run(workflow, startName);
		await client.waitForExecution(id, { until: ['waiting'] });

		await n8n.kill('SIGKILL');
		n8n = await startN8n({ userFolder, port });
		const again = await connectClient(n8n.url);
		expect((await again.getExecution(id)).status).toBe('waiting');
		expect(await sandbox.zaia.deliver()).toMatchObject([{ outcome: 200 }]);
		const execution = await again.waitForExecution(id);
		expect(execution.status).toBe('success');
		expect(outputOf(execution, 'Next')[0]).toHaveLength(2);
		expect(sandbox.requests('zaia')).toHaveLength(1);
	}, 180_000);
});
