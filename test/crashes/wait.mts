import { outputOf } from '../../host/client.mts';
import { chain } from '../support/n8nWorkflow.mts';
import type { Finding } from './finding.mts';
import { patiently, type World } from './world.mts';

const count = 5;
const nodes = [
	{
		name: 'Zaia',
		type: 'n8n-nodes-conversational-agents.zaia',
		parameters: { resource: 'chatMessage', operation: 'exportAndWait', rangeStart: '' },
	},
	{ name: 'Next', type: 'n8n-nodes-base.noOp' },
];

/** Kills while executions wait for Zaia's file; it comes when all is up again. */
export async function wait(world: World): Promise<Finding> {
	const { sandbox } = world;
	sandbox.reset();
	sandbox.zaia.setExports({ when: 'held', mostMessages: 2 });
	const before = await world.connect();
	const workflow = await before.createWorkflow(chain([{}], nodes, world.credentials));
	const ids: string[] = [];
	for (let each = 0; each < count; each++) ids.push(await before.run(workflow));
	for (const id of ids) await before.waitForExecution(id, { until: ['waiting'] });
	await world.crash(ids[0]);
	await world.restore();

	const n8n = await world.connect();
	await world.restore();
	for (let each = 0; each < count; each++) {
		await patiently('deliver the file', async () => {
			const [sent] = await sandbox.zaia.deliver(each);
			// An answer got lost where the file had come already.
			if (sent?.outcome !== 200 && sent?.outcome !== 409) throw new Error('It was refused.');
		});
	}
	const ended = await Promise.all(
		ids.map(async (id) => await n8n.waitForExecution(id, { timeoutMs: 120_000 })),
	);
	const whole = ended.filter((execution) => outputOf(execution, 'Next')[0]?.length === 2).length;
	const asked = sandbox.requests('zaia').length;
	return {
		ok: whole === count && asked === count,
		words: `${count} waited; went on with the whole file ${whole}, exports asked for ${asked}`,
		counts: { 'did not go on': count - whole, 'asked twice': asked - count },
	};
}
