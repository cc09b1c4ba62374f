import type { N8nClient } from '../../host/client.mts';
import { callNode, rowsOf } from '../support/n8nCalls.mts';
import { chain } from '../support/n8nWorkflow.mts';
import { publishForRows } from '../support/queueWorkflows.mts';
import type { Finding } from './finding.mts';
import type { World } from './world.mts';

const people = rowsOf(60);
const node = callNode({ callOncePer: 'November' });

/** Two executions of one workflow with Call Once Per start at the same moment; nothing is killed. */
export async function race(world: World): Promise<Finding> {
	const n8n = await world.connect();
	const same = await sameRows(world, n8n);
	const halves = await otherRows(world, n8n);
	return {
		ok: same + halves === 0,
		words: `the same ${people.length} numbers in both: rung twice ${same}; half of them each, and then all again: rung twice ${halves}`,
		counts: { 'same numbers, rung twice': same, 'halves, rung twice by a later run': halves },
	};
}

async function sameRows(world: World, n8n: N8nClient): Promise<number> {
	reset(world);
	const workflow = await n8n.createWorkflow(chain(people, [node], world.credentials));
	const ids = await Promise.all([n8n.run(workflow), n8n.run(workflow)]);
	await Promise.all(ids.map(async (id) => await n8n.waitForExecution(id)));
	return rungTwice(world);
}

/** Neither has the other's numbers; but each may write over what the other noted. */
async function otherRows(world: World, n8n: N8nClient): Promise<number> {
	reset(world);
	const { workflow, path } = await publishForRows({ n8n, credentials: world.credentials }, node);
	const post = async (rows: typeof people) => {
		const headers = { 'content-type': 'application/json' };
		const body = JSON.stringify({ rows });
		await fetch(`${world.webhooks}/webhook/${path}`, { method: 'POST', headers, body });
	};
	await Promise.all([post(people.slice(0, 30)), post(people.slice(30))]);
	await ended(n8n, workflow.id, 2);
	await post(people);
	await ended(n8n, workflow.id, 3);
	await n8n.deactivate(workflow);
	return rungTwice(world);
}

async function ended(n8n: N8nClient, workflowId: string, count: number): Promise<void> {
	for (;;) {
		const listed = await n8n.listExecutions(workflowId);
		if (listed.length >= count) {
			for (const { id } of listed) await n8n.waitForExecution(id);
			return;
		}
	}
}

function reset({ sandbox }: World): void {
	sandbox.reset();
	sandbox.set({ latencyMs: 20 });
}

const rungTwice = ({ sandbox }: World): number =>
	Object.values(sandbox.dialled()).filter((times) => times > 1).length;
