import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nClient } from '../../host/client.mts';
import {
	publishAlturTrigger,
	publishGuruSupTrigger,
	type Place,
	type Published,
} from '../support/queueWorkflows.mts';
import { bringBack } from './broughtBack.mts';
import type { Finding } from './finding.mts';
import { newestIn, type ReadStored, type Stored } from './stored.mts';
import { patiently, until, type World } from './world.mts';

const deliveries = Array.from({ length: 200 }, (_each, index) => `cll_burst_${index}_`);
const atOnce = 10;
const killAfter = 60;
/** In queue mode n8n looks once a minute here for executions whose job is gone. */
const settlesWithinMs = 150_000;

/** A trigger that answers, and when it does. */
interface Receiver {
	publish: (place: Place) => Promise<Published>;
	/** The outcome of one delivery: the status of its answer, or why there is none. */
	deliver: (world: World, url: string, id: string) => Promise<unknown>;
	/** True where it answers only at the end of the workflow. */
	atEnd?: true;
}

const altur: Receiver = {
	publish: publishAlturTrigger,
	deliver: async ({ sandbox }, url, id) =>
		(await sandbox.altur.send({ event: 'on_call_end', url, payload: { id } }))[0]?.outcome,
};

const guruSup: Receiver = {
	publish: publishGuruSupTrigger,
	deliver: async ({ sandbox }, url, id) =>
		(await sandbox.gurusup.send({ url, payload: { id } }))[0]?.outcome,
	atEnd: true,
};

/** A burst of deliveries to a trigger that answers once its execution is stored. */
export const burst = async (world: World): Promise<Finding> => await burstTo(world, altur);

/** The same, to a trigger that answers once its workflow has run through. */
export const replies = async (world: World): Promise<Finding> => await burstTo(world, guruSup);

/** Kills in the middle of a burst of deliveries; what is not answered 2xx is delivered again, as vendors do. */
async function burstTo(world: World, receiver: Receiver): Promise<Finding> {
	world.sandbox.reset();
	const before = await world.connect();
	const newest = await newestIn(world.stored);
	const { workflow, path } = await receiver.publish({
		n8n: before,
		credentials: world.credentials,
	});
	const url = `${world.webhooks}/webhook/${path}`;
	const deliver = async (id: string) => (await receiver.deliver(world, url, id)) === 200;

	let taken = 0;
	const refused: string[] = [];
	const waiting = [...deliveries];
	const lane = async () => {
		for (let id = waiting.shift(); id; id = waiting.shift()) {
			if (await deliver(id)) taken += 1;
			else refused.push(id);
		}
	};
	const lanes = Promise.all(Array.from({ length: atOnce }, lane));
	await until(() => taken >= killAfter);
	await world.crash();
	await sleep(500);
	await world.restore();
	await lanes;
	for (const id of refused) {
		await patiently(`deliver ${id}`, async () => {
			if (!(await deliver(id))) throw new Error('It was refused.');
		});
	}

	const n8n = await world.connect();
	await world.restore();
	const found = await foundOf(n8n, world.stored, newest);
	const { lost, emptied, notRun, back, twice } = found;
	await n8n.deactivate(workflow);
	return {
		ok: lost + (receiver.atEnd ? emptied + notRun : 0) === 0,
		words: `${taken} of ${deliveries.length} answered 2xx at first, ${refused.length} delivered again; ${found.words}`,
		counts: {
			'answered and lost': lost,
			'execution without its data': emptied,
			'not run through': notRun,
			'brought back by Retry': back,
			'started twice': twice,
		},
	};
}

/** What became of the deliveries, once nothing is under way any more. */
async function foundOf(n8n: N8nClient, read: ReadStored, newest: number) {
	const started = await executionsByDelivery(read, newest);
	const empty = [...started].filter(([key]) => key.startsWith('execution'));
	const missing = deliveries.filter((id) => !started.has(id)).length;
	// n8n keeps the execution, as failed, but not always what it was started with.
	const emptied = Math.min(missing, empty.length);
	const lost = missing - emptied;
	const notRun = [...started]
		.filter(([key, list]) => isDelivery(key) && !list.some(({ status }) => status === 'success'))
		.map(([, [first]]) => first!);
	const twice = [...started].filter(([key, list]) => isDelivery(key) && list.length > 1).length;
	const { count: back, refusals } = await bringBack(n8n, read, notRun);
	const words = [
		`answered and without an execution ${lost}`,
		`with one that no longer holds what was delivered ${emptied}${statesOf(empty.flatMap(([, list]) => list))}`,
		`with one that did not run through ${notRun.length}${statesOf(notRun)}, of which Retry brought back ${back}${listOf(refusals)}`,
		`with two ${twice}`,
	];
	return { lost, emptied, notRun: notRun.length, back, twice, words: words.join('; ') };
}

const isDelivery = (key: string): boolean => deliveries.includes(key);

const listOf = (words: string[]): string =>
	words.length > 0 ? ` (${[...new Set(words)].join(', ')})` : '';

const statesOf = (list: Stored[]): string => listOf(list.map(({ status }) => status));

/** The executions of each delivery; of one that no longer holds its delivery, under its own number. */
async function executionsByDelivery(read: ReadStored, newest: number) {
	const list = async () => await patiently('read the executions', async () => await read(newest));
	const underWay = ({ status }: Stored) => ['new', 'running'].includes(status);
	await until(async () => {
		await sleep(1_000);
		return !(await list()).some(underWay);
	}, settlesWithinMs);
	const byDelivery = new Map<string, Stored[]>();
	for (const execution of await list()) {
		const { id, data } = execution;
		const delivery = /cll_burst_\d+_/.exec(data)?.[0] ?? `execution ${id}`;
		byDelivery.set(delivery, [...(byDelivery.get(delivery) ?? []), execution]);
	}
	return byDelivery;
}
