import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { callNode, rowsOf } from '../support/n8nCalls.mts';
import { chain } from '../support/n8nWorkflow.mts';
import type { Finding } from './finding.mts';
import { runAgain } from './runAgain.mts';
import { endOf, until, type World } from './world.mts';

const people = rowsOf(60);
const holdAfter = 15;
/** A lease, and what taking over takes. */
const stoppedForMs = 40_000;

/** What happens to the process that holds the lock of Call Once Per. */
type Fate = (world: World, pid: number, goOn: () => void) => Promise<void>;

/** It, or the victim of this world where that is a database, is killed while it holds the lock. */
export const held = async (world: World): Promise<Finding> =>
	await heldBy(world, async ({ victim, crash }, pid, goOn) => {
		if (victim !== 'postgres') return void process.kill(pid, 'SIGKILL');
		await crash();
		goOn();
	});

/** It stands still between its read and its write, for longer than a lease. */
export const stopped = async (world: World): Promise<Finding> =>
	await heldBy(world, async (_world, pid, goOn) => {
		process.kill(pid, 'SIGSTOP');
		goOn();
		await sleep(stoppedForMs);
		process.kill(pid, 'SIGCONT');
	});

/** Two executions of the same numbers start at once; one is held in its write, and later all runs again. */
async function heldBy(world: World, fate: Fate): Promise<Finding> {
	const { sandbox, holdFolder } = world;
	sandbox.reset();
	sandbox.set({ latencyMs: 20 });
	const before = await world.connect();
	const options = { callOncePer: 'November', concurrency: 5 };
	const node = callNode(options, { onError: 'continueRegularOutput' });
	const workflow = await before.createWorkflow(chain(people, [node], world.credentials));
	const ids = await Promise.all([before.run(workflow), before.run(workflow)]);
	await until(() => sandbox.counts('altur').count >= holdAfter);
	writeFileSync(join(holdFolder, 'ask'), '');
	const holder = () => readdirSync(holdFolder).find((name) => name.startsWith('held-'));
	const wasHeld = await until(() => holder() !== undefined, 20_000);
	rmSync(join(holdFolder, 'ask'), { force: true });
	const name = holder();
	if (name) {
		const goOn = () => rmSync(join(holdFolder, name), { force: true });
		await fate(world, Number(name.split('-')[1]), goOn);
		await sleep(1_000);
		goOn();
	}
	await world.restore();

	const after = await world.connect();
	const statuses = await Promise.all(ids.map(async (id) => await endOf(after, id)));
	await world.restore();
	const { rows, words, twice, unaccounted, reported } = await runAgain(
		world,
		after,
		workflow,
		people,
		['unknown', 'notAttempted'],
	);
	return {
		ok: wasHeld && twice === 0 && unaccounted === 0 && rows === people.length,
		words: `${wasHeld ? 'held' : 'NOT HELD'}, executions "${statuses.join('", "')}"; run again: ${words}; rung twice ${twice}, neither rung nor reported ${unaccounted}`,
		counts: { 'rung twice': twice, unaccounted, reported },
	};
}
