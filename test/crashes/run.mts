import { mkdir } from 'node:fs/promises';
import { ensureBuilt } from '../../host/build.mts';
import { places } from '../../host/places.mts';
import { burst, replies } from './burst.mts';
import { campaign } from './campaign.mts';
import type { Finding } from './finding.mts';
import { held, stopped } from './held.mts';
import { duplicates, nodes, race } from './race.mts';
import { queueWorld } from './queue.mts';
import { singleWorld } from './single.mts';
import { wait } from './wait.mts';
import type { World } from './world.mts';

const victims: Record<string, () => Promise<World>> = {
	n8n: singleWorld,
	main: async () => await queueWorld('main'),
	webhook: async () => await queueWorld('webhook'),
	worker: async () => await queueWorld('worker'),
	postgres: async () => await queueWorld('postgres'),
	redis: async () => await queueWorld('redis'),
	'redis-snapshots': async () => await queueWorld('redis', { redisKeeps: 'snapshots' }),
	'worker-unchecked': async () =>
		await queueWorld('worker', { env: { QUEUE_WORKER_STALLED_INTERVAL: '0' } }),
};
const moments: Record<string, (world: World) => Promise<Finding>> = {
	...{ campaign, burst, replies, wait, race, nodes, duplicates, held, stopped },
};
const usage = `npm run test:crashes -- <${Object.keys(victims).join('|')}> <${Object.keys(moments).join('|')}> [how often]`;

const [victim = '', moment = '', times = '1'] = process.argv.slice(2);
const open = victims[victim];
const once = moments[moment];
if (!open || !once || !(Number(times) > 0)) {
	console.error(usage);
	process.exit(2);
}

const harmless = ['race', 'nodes', 'duplicates', 'stopped'].includes(moment);
const what = harmless ? `${moment}, ${victim}` : `${moment}, kill -9 of ${victim}`;
await mkdir(places.work, { recursive: true });
await ensureBuilt();
const world = await open();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void world.close().then(() => process.exit(130)));
}
const total: Record<string, number> = {};
let failed = 0;
try {
	for (let run = 1; run <= Number(times); run++) {
		const started = Date.now();
		const { ok, words, counts } = await once(world);
		if (!ok) failed += 1;
		for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
		const seconds = Math.round((Date.now() - started) / 1_000);
		console.log(`${ok ? '✔' : '✘'} ${what}, run ${run}: ${words} (${seconds} s)`);
	}
} finally {
	await world.close();
}
const words = Object.entries(total).map(([name, count]) => `${name} ${count}`);
console.log(`${what}: ${times} runs, ${failed} failed; ${words.join(', ')}`);
process.exit(failed > 0 ? 1 : 0);
