import { readFile } from 'node:fs/promises';
import { runsOf } from '../host/client.mts';
import type { NodeDraft } from '../test/support/n8nWorkflow.mts';
import { chain, itemsName, startName } from '../test/support/n8nWorkflow.mts';
import type { BenchLab } from './lab.mts';

export interface Measured {
	/** How long n8n says the node took. */
	ms: number;
	/** Requests the vendor got. */
	count: number;
	/** From the first request to the last at the vendor. */
	callingMs: number;
	/** Answers the vendor gave, by status. */
	byStatus: Record<string, number>;
	/** Requests the vendor had under way at once. */
	maxInFlight: number;
	/** The largest n8n's process has been. */
	peakBytes: number;
}

export interface MeasureOptions {
	/** How the vendor behaves. */
	settings?: Parameters<BenchLab['sandbox']['set']>[0];
	/** Done once the workflow exists, before it runs. */
	prepare?: (workflowId: string) => void;
	/** Whether the vendor has got the whole work; unless told, every number rang once. */
	isDone?: (rows: number) => Promise<boolean>;
}

/** Runs one node over so many rows; throws unless the whole work was done, each number called once. */
export async function measure(
	{ client, sandbox, credentials, pid }: BenchLab,
	node: NodeDraft,
	rows: number,
	{ settings = {}, prepare, isDone }: MeasureOptions = {},
): Promise<Measured> {
	await sandbox.reset();
	await sandbox.set(settings);
	const draft = chain([], [node], credentials);
	const source = draft.nodes.find(({ name }) => name === itemsName)!;
	source.parameters.jsCode = `return Array.from({ length: ${rows} }, (_, i) => ({ json: { phone: '+5255' + (10000000 + i) } }));`;
	const workflow = await client.createWorkflow(draft);
	prepare?.(workflow.id);
	const id = await client.run(workflow, startName);
	const execution = await client.waitForExecution(id, { timeoutMs: 600_000, lookEvery: 500 });
	const [task] = runsOf(execution, node.name!);
	const counts = await sandbox.counts();
	const rangOnce = async () =>
		Object.values(await sandbox.dialled()).filter((times) => times === 1).length;
	const done = isDone ? await isDone(rows) : (await rangOnce()) === rows;
	const got = task?.data?.main[0]?.length ?? 0;
	if (execution.status !== 'success' || got !== rows || !done) {
		const reason = execution.data.resultData.error?.message ?? '';
		throw new Error(
			`${node.name}: ${got} of ${rows} items, not all of them at the vendor. ${reason}`,
		);
	}
	await client.deleteWorkflow(workflow);
	const callingMs = (counts.lastAt ?? 0) - (counts.firstAt ?? 0);
	return { ms: task!.executionTime, callingMs, ...counts, peakBytes: await peak(pid) };
}

async function peak(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

export const median = (numbers: number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
