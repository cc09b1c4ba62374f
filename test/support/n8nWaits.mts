import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INode } from 'n8n-workflow';
import { runsOf } from '../../host/client.mts';
import type { Lab } from './n8nLab.mts';
import { remoteExports } from './zaiaExports.mts';

export const exportAndWait = (options: IDataObject = {}, name = 'Zaia') => ({
	name,
	type: 'n8n-nodes-conversational-agents.zaia',
	parameters: {
		resource: 'chatMessage',
		operation: 'exportAndWait',
		rangeStart: '',
		options,
	} as INode['parameters'],
});

/** A body that is posted to a wait, with its content type. */
export type Body = [
	type: string | undefined,
	body: string | Buffer,
	headers?: Record<string, string>,
];

/** Posts a body with exactly these headers, byte for byte. */
export async function post(url: string, [type, body, headers = {}]: Body) {
	return await new Promise<{ status: number; text: string }>((resolve, reject) => {
		const sent = httpRequest(url, {
			method: 'POST',
			headers: {
				...(type === undefined ? {} : { 'content-type': type }),
				'content-length': Buffer.byteLength(body),
				...headers,
			},
		});
		sent.on('error', reject).on('response', (answer) => {
			let text = '';
			answer
				.setEncoding('utf8')
				.on('data', (part: string) => (text += part))
				.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
				.on('error', reject);
		});
		sent.end(body);
	});
}

/** Export and Wait in Loop Over Items, one row a round, as the documents prescribe. */
export async function waitingLoop(real: Lab, items: IDataObject[], options: IDataObject = {}) {
	const exports = remoteExports(real.sandbox);
	await exports.set({ when: 'held' });
	const type = 'n8n-nodes-base.splitInBatches';
	const loop = { name: 'Loop', type, typeVersion: 3, parameters: { batchSize: 1 } };
	const done = { name: 'Done', type: 'n8n-nodes-base.noOp' };
	const workflow = await real.saveWorkflow({ items, nodes: [loop, exportAndWait(options), done] });
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const connections = {
		...workflow.connections,
		Loop: { main: [to('Done'), to('Zaia')] },
		Zaia: { main: [to('Loop')] },
	};
	const { nodes, id } = workflow;
	await real.n8n.session.patch(`/rest/workflows/${id}`, { nodes, connections });
	return await waitsOf(real, await real.n8n.run(workflow));
}

/** Follows an execution from one wait for an export to the next. */
export async function waitsOf(real: Lab, id: string) {
	const exports = remoteExports(real.sandbox);
	return {
		id,
		/** The address of the nth wait, once the execution is in it. */
		async address(n: number, timeoutMs = 90_000): Promise<string> {
			const until = Date.now() + timeoutMs;
			for (;;) {
				const asked = (await exports.asked())[n];
				const { status } = await real.n8n.getExecution(id);
				if (asked && status === 'waiting') return asked.callbackUrl;
				if (!['new', 'running', 'waiting'].includes(status) || Date.now() > until)
					throw new Error(`The execution is ${status} before wait ${n}.`);
				await sleep(100);
			}
		},
		/** The items of each run of a node, once the execution has ended. */
		async rounds(node = 'Zaia') {
			const execution = await real.n8n.waitForExecution(id, { timeoutMs: 90_000 });
			expect(execution.status).toBe('success');
			return runsOf(execution, node).map(({ data }) => data?.main[0] ?? []);
		},
		status: async () => (await real.n8n.getExecution(id)).status,
	};
}
