import type { ExecutionError, INodeExecutionData, ITaskData } from 'n8n-workflow';

import type { StoredExecution } from './executions.mts';

/** The items of a node's last run (or the given one) as n8n stored them: one list an output branch. */
export function outputOf(
	execution: StoredExecution,
	nodeName: string,
	runIndex = runsOf(execution, nodeName).length - 1,
): INodeExecutionData[][] {
	const branches = runsOf(execution, nodeName)[runIndex]?.data?.main ?? [];
	return branches.map((items) => items ?? []);
}

/** Every run of a node: more than one in a loop. */
export function runsOf(execution: StoredExecution, nodeName: string): ITaskData[] {
	return execution.data.resultData.runData[nodeName] ?? [];
}

/** What the execution failed with, if it failed. */
export function errorOf(execution: StoredExecution): ExecutionError | undefined {
	return execution.data.resultData.error;
}
