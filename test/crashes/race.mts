import type { N8nClient } from '../../host/client.mts';
import { callNode, rowsOf } from '../support/n8nCalls.mts';
import type { NodeDraft } from '../support/n8nWorkflow.mts';
import { chain } from '../support/n8nWorkflow.mts';
import { publishForRows, publishForRowsOf, type Published } from '../support/queueWorkflows.mts';
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

/** What the lock does not exclude: two nodes of one workflow, each on a worker of its own. */
export async function nodes(world: World): Promise<Finding> {
	const two = ['One', 'Other'].map((name) => ({ ...node, name }));
	const twice = await beside(world, two, [people, people], people);
	return {
		ok: true,
		words: `two nodes with one campaign name and the same ${people.length} numbers: rung twice ${twice}`,
		counts: { 'rung twice': twice },
	};
}

/** Nor a Remove Duplicates node at workflow scope, which writes to the same row without a lock. */
export async function duplicates(world: World): Promise<Finding> {
	const removes: NodeDraft = {
		name: 'Remove',
		type: 'n8n-nodes-base.removeDuplicates',
		typeVersion: 2,
		parameters: {
			operation: 'removeItemsSeenInPreviousExecutions',
			dedupeValue: '={{ $json.seen }}',
			options: { scope: 'workflow' },
		},
	};
	const seen = Array.from({ length: 300 }, (_, at) => ({ seen: `value ${at}` }));
	const twice = await beside(world, [{ ...node, name: 'One' }, removes], [people, seen], people);
	return {
		ok: true,
		words: `Remove Duplicates at workflow scope beside ${people.length} calls, and then all again: rung twice ${twice}`,
		counts: { 'rung twice': twice },
	};
}

/** Gives each node its rows at the same moment, and the first one some once more when all is over. */
async function beside(world: World, two: NodeDraft[], rows: object[][], again: object[]) {
	const n8n = await world.connect();
	reset(world);
	const place = { n8n, credentials: world.credentials };
	const published = await publishForRowsOf(place, two);
	const names = two.map(({ name }) => name);
	await Promise.all(
		names.map(async (name, at) => await post(world, published, { node: name, rows: rows[at] })),
	);
	await ended(n8n, published.workflow.id, 2);
	await post(world, published, { node: names[0], rows: again });
	await ended(n8n, published.workflow.id, 3);
	await n8n.deactivate(published.workflow);
	return rungTwice(world);
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
	const published = await publishForRows({ n8n, credentials: world.credentials }, node);
	const { workflow } = published;
	const halves = [people.slice(0, 30), people.slice(30)];
	await Promise.all(halves.map(async (rows) => await post(world, published, { rows })));
	await ended(n8n, workflow.id, 2);
	await post(world, published, { rows: people });
	await ended(n8n, workflow.id, 3);
	await n8n.deactivate(workflow);
	return rungTwice(world);
}

async function post({ webhooks }: World, { path }: Published, body: object): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	await fetch(`${webhooks}/webhook/${path}`, {
		method: 'POST',
		headers,
		body: JSON.stringify(body),
	});
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
