import type { IDataObject } from 'n8n-workflow';

import { connectClient, errorOf, outputOf } from '../../host/client.mts';
import { logFile } from '../../host/logFile.mts';
import { labAddress } from './n8nAddress.mts';
import { remoteSandbox } from './n8nSandbox.mts';
import { chain, fan, startName, type NodeDraft } from './n8nWorkflow.mts';

export type { NodeDraft };

export interface TestRun {
	/** What the manual trigger and a Code node hand to the first node. */
	items: IDataObject[];
	/** The node under test, or several: each is connected to the first output of the one before. */
	nodes: NodeDraft | NodeDraft[];
	timeoutMs?: number;
}

export type Lab = Awaited<ReturnType<typeof lab>>;

/** The shared real n8n with the packed package, signed in, and the sandbox beside it. */
export async function lab() {
	const address = labAddress();
	const n8n = await connectClient(address.n8n);

	const saveWorkflow = async ({ items, nodes }: TestRun) =>
		await n8n.createWorkflow(chain(items, [nodes].flat(), address.credentials));

	/** Stores the workflow and starts it by hand; does not wait. */
	const startWorkflow = async (asked: TestRun) => {
		const workflow = await saveWorkflow(asked);
		return { workflow, executionId: await n8n.run(workflow, startName) };
	};

	/** Runs items through nodes and answers what n8n stored; `output` is the last node's, by branch. */
	const runWorkflow = async (asked: TestRun) => {
		const { workflow, executionId } = await startWorkflow(asked);
		const execution = await n8n.waitForExecution(executionId, { timeoutMs: asked.timeoutMs });
		const last = workflow.nodes.at(-1)!.name;
		return { workflow, execution, output: outputOf(execution, last), error: errorOf(execution) };
	};

	/** Runs nodes that all get the same items, one of them being no input of another. */
	const runSideBySide = async (items: IDataObject[], nodes: NodeDraft[]) => {
		const workflow = await n8n.createWorkflow(fan(items, nodes, address.credentials));
		const execution = await n8n.waitForExecution(await n8n.run(workflow, startName), {
			timeoutMs: 240_000,
		});
		return { workflow, execution };
	};

	return {
		n8n,
		/** Where vendors deliver to: in queue mode the webhook processor. */
		webhooks: address.webhooks ?? address.n8n,
		sandbox: remoteSandbox(address.sandbox),
		log: logFile(address.logPath),
		credentials: address.credentials,
		saveWorkflow,
		startWorkflow,
		runWorkflow,
		runSideBySide,
	};
}
