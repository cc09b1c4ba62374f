import { callNode, rowsOf } from '../support/n8nCalls.mts';
import { chain } from '../support/n8nWorkflow.mts';
import type { Finding } from './finding.mts';
import { runAgain } from './runAgain.mts';
import { endOf, until, type World } from './world.mts';

const people = rowsOf(300);
const killAfter = 100;

/** Kills in the middle of a campaign with Call Once Per, and runs it again once its execution is over. */
export async function campaign(world: World): Promise<Finding> {
	const { sandbox } = world;
	sandbox.reset();
	sandbox.set({ latencyMs: 15 });
	const options = { callOncePer: 'November', concurrency: 5, requestsPerSecond: 100 };
	const before = await world.connect();
	const draft = chain(people, [callNode(options)], world.credentials);
	const workflow = await before.createWorkflow(draft);
	const id = await before.run(workflow);
	await until(() => sandbox.counts('altur').count >= killAfter);
	await world.crash(id);
	const called = Object.keys(sandbox.dialled()).length;
	await world.restore();

	const after = await world.connect();
	const status = await endOf(after, id);
	await world.restore();
	const { rows, words, twice, unaccounted, reported } = await runAgain(
		world,
		after,
		workflow,
		people,
		['unknown'],
	);
	return {
		ok: twice === 0 && unaccounted === 0 && rows === people.length,
		words: `${called} of ${people.length} called at the kill, execution "${status}"; run again: ${words}; rung twice ${twice}, neither rung nor reported ${unaccounted}`,
		counts: { 'rung twice': twice, unaccounted, 'reported unknown': reported },
	};
}
