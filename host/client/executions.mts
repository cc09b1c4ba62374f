import { setTimeout as sleep } from 'node:timers/promises';

import { parse } from 'flatted';
import type { ExecutionStatus, INode, IRunExecutionData } from 'n8n-workflow';

import type { Session } from './session.mts';
import type { StoredWorkflow } from './workflows.mts';

export interface StoredExecution {
	id: string;
	status: ExecutionStatus;
	mode: string;
	finished: boolean;
	retryOf: string | null;
	retrySuccessId: string | null;
	startedAt: string;
	stoppedAt: string | null;
	workflowId: string;
	customData: Record<string, string>;
	/** What n8n stored in its database, unpacked. */
	data: IRunExecutionData;
}

export interface WaitOptions {
	timeoutMs?: number;
	/** States to wait for; by default every state in which the execution has ended. */
	until?: ExecutionStatus[];
	/** How often to look, in ms. */
	lookEvery?: number;
}

const ended: ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];
const lookEveryMs = 50;

/** What the editor can do with runs of a workflow. */
export function executions(session: Session) {
	/** Runs by hand from a trigger, as the editor's button does; answers the execution's id. */
	const run = async (workflow: StoredWorkflow, startNode = firstTrigger(workflow.nodes)) => {
		const answer = await session.post<{ executionId?: string }>(
			`/rest/workflows/${workflow.id}/run`,
			{ triggerToStartFrom: { name: startNode } },
		);
		if (!answer.executionId)
			throw new Error(`"${startNode}" waits for a webhook: call it instead.`);
		return answer.executionId;
	};

	const getExecution = async (id: string): Promise<StoredExecution> => {
		const stored = await session.get<Omit<StoredExecution, 'data'> & { data: string }>(
			`/rest/executions/${id}`,
		);
		return { ...stored, data: parse(stored.data) as IRunExecutionData };
	};

	const listExecutions = async (workflowId: string) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await session.get<{ results: Array<Omit<StoredExecution, 'data'>> }>(
			`/rest/executions?filter=${filter}&limit=100`,
		);
		return results;
	};

	const waitForExecution = async (id: string, options: WaitOptions = {}) => {
		const { timeoutMs = 60_000, until = ended, lookEvery = lookEveryMs } = options;
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const { status } = await session.get<StoredExecution>(`/rest/executions/${id}`);
			if (until.includes(status)) return await getExecution(id);
			if (ended.includes(status)) throw new Error(`Execution ${id} ended as "${status}".`);
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} is still "${status}" after ${timeoutMs} ms.`);
			}
			await sleep(lookEvery);
		}
	};

	/** Retries a failed execution (Executions › Retry) and answers the new one when it has ended. */
	const retryExecution = async (id: string, loadWorkflow = false) => {
		const { id: retry } = await session.post<{ id: string }>(`/rest/executions/${id}/retry`, {
			loadWorkflow,
		});
		return await waitForExecution(retry);
	};

	/** The editor's Stop button. */
	const stopExecution = async (id: string) =>
		await session.post<{ status: ExecutionStatus }>(`/rest/executions/${id}/stop`);

	return { run, getExecution, listExecutions, waitForExecution, retryExecution, stopExecution };
}

function firstTrigger(nodes: INode[]): string {
	const trigger = nodes.find(({ type }) => /trigger$/i.test(type));
	if (!trigger) throw new Error('The workflow has no trigger to start from.');
	return trigger.name;
}
