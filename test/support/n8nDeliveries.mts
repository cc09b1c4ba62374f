import { setTimeout as sleep } from 'node:timers/promises';

import { Agent, request } from 'undici';

import type { StoredWorkflow } from '../../host/client.mts';
import type { Lab } from './n8nLab.mts';

/** A vendor that posts to webhooks over this many connections. */
export function sender(inFlight: number) {
	const agent = new Agent({ connections: inFlight });

	/** Header names and values in turns, so that a name may come twice. */
	const post = async (url: string, body: string | Buffer, headers: string[]) => {
		const answer = await request(url, {
			dispatcher: agent,
			method: 'POST',
			headers: ['content-type', 'application/json', ...headers],
			body,
		});
		return { status: answer.statusCode, text: await answer.body.text() };
	};

	/** Makes deliveries 0 … count-1, many in flight, and counts how often each answer came back. */
	const flood = async (count: number, deliver: (index: number) => Promise<string>) => {
		const answers: Record<string, number> = {};
		let next = 0;
		const lane = async () => {
			while (next < count) {
				const index = next++;
				const answer = await untilTaken(async () => await deliver(index));
				answers[answer] = (answers[answer] ?? 0) + 1;
			}
		};
		await Promise.all(Array.from({ length: inFlight }, lane));
		return answers;
	};

	return { post, flood, close: async () => await agent.close() };
}

/** n8n says 503 while its database did not answer its own pings; a vendor comes again then too. */
async function untilTaken(deliver: () => Promise<string>): Promise<string> {
	let answer = await deliver();
	for (let time = 0; time < 60 && answer.startsWith('503'); time++) {
		await sleep(500);
		answer = await deliver();
	}
	return answer;
}

/** How many executions a workflow has had. */
export async function executionCount({ n8n }: Lab, { id }: StoredWorkflow): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const path = `/rest/executions?filter=${filter}&limit=1`;
	return (await n8n.session.get<{ count: number }>(path)).count;
}

/** Waits for that many executions; more or fewer in the end is a failure. */
export async function untilExecutions(
	real: Lab,
	workflow: StoredWorkflow,
	count: number,
): Promise<void> {
	for (let time = 0; time < 600 && (await executionCount(real, workflow)) < count; time++)
		await sleep(100);
	expect(await executionCount(real, workflow)).toBe(count);
}
