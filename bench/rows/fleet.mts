import { setTimeout as sleep } from 'node:timers/promises';
import { chain, itemsName, startName } from '../../test/support/n8nWorkflow.mts';
import { ours } from '../contenders.mts';
import type { Finding } from '../finding.mts';
import { openLab } from '../lab.mts';
import type { BenchLab } from '../lab.mts';

const allowed = 12;
/** Together; each could do them all, so that none is over before the others. */
const calls = Number(process.env.FLEET_CALLS ?? 5_000);

/** Processes of n8n that share an account and know nothing of each other. */
export async function fleet(): Promise<Finding[]> {
	return [await together(2), await together(4)];
}

async function together(processes: number): Promise<Finding> {
	const first = await openLab();
	const labs = [first];
	try {
		while (labs.length < processes) labs.push(await openLab({}, first.vendor));
		await first.sandbox.set({ maxPerSecond: allowed });
		const stops = await Promise.all(labs.map(startedIn));
		const counts = await untilPlaced(first);
		await Promise.all(stops.map(async (stop) => await stop()));
		return finding(processes, counts);
	} finally {
		for (const lab of labs.reverse()) await lab.close();
	}
}

/** Starts a campaign whose numbers are its own; gives what ends it. */
async function startedIn({ client, credentials }: BenchLab, process: number) {
	const draft = chain([], [ours({ concurrency: 10, requestsPerSecond: 10 })], credentials);
	const source = draft.nodes.find(({ name }) => name === itemsName)!;
	source.parameters.jsCode = `return Array.from({ length: ${calls} }, (_, i) => ({ json: { phone: '+5255' + (${process + 1}0000000 + i) } }));`;
	const id = await client.run(await client.createWorkflow(draft), startName);
	return async () => await client.stopExecution(id);
}

type Counts = Awaited<ReturnType<BenchLab['sandbox']['counts']>>;

const refusedIn = ({ byStatus }: Counts): number => byStatus['429'] ?? 0;

async function untilPlaced({ sandbox }: BenchLab): Promise<Counts> {
	for (;;) {
		const counts = await sandbox.counts();
		if (counts.count - refusedIn(counts) >= calls) return counts;
		await sleep(500);
	}
}

function finding(processes: number, counts: Counts): Finding {
	const refused = refusedIn(counts);
	const seconds = ((counts.lastAt ?? 0) - (counts.firstAt ?? 0)) / 1_000;
	const perSecond = (counts.count - refused) / seconds;
	const share = refused / counts.count;
	const ratio = perSecond / allowed;
	return {
		row: 'fleet',
		work: `${calls.toLocaleString('en')} calls by ${processes} processes of one account, at most 12 a second`,
		found: `${perSecond.toFixed(2)}/s, ${(share * 100).toFixed(1)} % × 429`,
		promise: '≥ 0.95 × 12/s, ≤ 1 % refused',
		ratio,
		kept: ratio >= 0.95 && share <= 0.01,
	};
}
