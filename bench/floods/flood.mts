import autocannon from 'autocannon';
import type { BenchLab } from '../lab.mts';
import type { Delivery, Door } from './doors.mts';

/** What a flood met at one door. */
export interface Flood {
	perSecond: number;
	p99Ms: number;
}

const connections = 10;

/** Sends so many deliveries, ten at once; throws unless each was answered with the status. */
export async function flood(
	{ name, url }: Door,
	delivery: () => Delivery,
	amount: number,
	status: number,
): Promise<Flood> {
	const setupRequest = (request: object) => ({ ...request, ...delivery() });
	const requests = [{ method: 'POST' as const, setupRequest }];
	const { duration, latency, statusCodeStats, errors } = await autocannon({
		...{ url, connections, amount, requests, timeout: 120 },
	});
	const answered = statusCodeStats?.[`${status}`]?.count ?? 0;
	if (answered !== amount) {
		const got = JSON.stringify(statusCodeStats);
		throw new Error(
			`${name}: ${answered} of ${amount} answered ${status}; ${got}, ${errors} lost.`,
		);
	}
	return { perSecond: amount / duration, p99Ms: latency.p99 };
}

/** Waits until everything that was let in has run, so that it burdens nobody else's turn. */
export async function untilRun({ client }: BenchLab, door: Door, count: number): Promise<void> {
	const filter = encodeURIComponent(
		JSON.stringify({ workflowId: door.workflow.id, status: ['success'] }),
	);
	for (let time = 0; time < 1_200; time++) {
		const list = await client.session.get<{ count: number }>(
			`/rest/executions?filter=${filter}&limit=1`,
		);
		if (list.count >= count) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${door.name}: not all of ${count} deliveries became executions.`);
}
