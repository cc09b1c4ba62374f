import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
	ExecutionError,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
} from 'n8n-workflow';
import { fakeCredentials } from './fakeCredentials.mts';
import { typesFor } from './engineTypes.mts';
import type { StoredCredentials } from './fakeCredentials.mts';

// n8n-core keeps its settings in a user folder; tests must not touch the developer's own.
process.env.N8N_USER_FOLDER = join(process.cwd(), '.work', 'jest-home');
mkdirSync(process.env.N8N_USER_FOLDER, { recursive: true });

/** One node to run in n8n's own engine, and how. */
export interface Job {
	node: INodeType;
	/** The package's credentials, as classes by name and data by name. */
	credentials: StoredCredentials;
	parameters: IDataObject;
	items: IDataObject[];
	onError?: INode['onError'];
	/** Tries with Retry On Fail; 1 means that it is off. */
	tries?: number;
	/** The saved workflow's id; empty where it was never saved. */
	workflowId?: string;
	/** Ends in "Tool" where n8n offers the node to an AI agent. */
	type?: string;
	/** What an earlier try of this execution stored, as Executions › Retry hands it over. */
	retryOf?: IRunExecutionData;
	/** Another execution has another id, and so has Executions › Retry. */
	executionId?: string;
	/** The workflow's time zone. */
	timezone?: string;
	/** Told when the engine's abort is at hand. */
	onStarted?: (cancel: () => void) => void;
}

/** What n8n's engine stored of the node. */
export interface Ran {
	/** Items by output; the second output is the error branch. */
	outputs: INodeExecutionData[][];
	error?: ExecutionError;
	hints: string[];
	/** The same, with where and how n8n shows them. */
	hintsInFull: NodeExecutionHint[];
	customData?: Record<string, string>;
	runExecutionData: IRunExecutionData;
}

/** Runs a node in n8n-core's `WorkflowExecute`, fed by `items`, with real HTTP. */
export async function runNode(job: Job): Promise<Ran> {
	const { WorkflowExecute, ExecutionLifecycleHooks } = await import('n8n-core');
	const { createRunExecutionData, Workflow } = await import('n8n-workflow');
	const { type = 'subject', workflowId = 'w', timezone } = job;
	const nodeTypes = typesFor(type, job.node);
	const source: INode = {
		id: 's',
		name: 'Rows',
		type: 'source',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const subject: INode = {
		id: 'n',
		name: 'Subject',
		type,
		typeVersion: 1,
		position: [1, 0],
		parameters: job.parameters as INode['parameters'],
		credentials: Object.fromEntries(
			Object.keys(job.credentials.data).map((name) => [name, { id: '1', name }]),
		),
		onError: job.onError,
		retryOnFail: (job.tries ?? 1) > 1,
		maxTries: job.tries,
		waitBetweenTries: 1,
	};
	const workflow = new Workflow({
		id: workflowId,
		name: 'test',
		nodes: [source, subject],
		active: false,
		nodeTypes,
		connections: { Rows: { main: [[{ node: 'Subject', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', ...(timezone ? { timezone } : {}) },
	});
	const rows: INodeExecutionData[] = job.items.map((json) => ({ json }));
	const runData = createRunExecutionData({
		resultData: {
			runData: {
				Rows: [
					{ startTime: 0, executionTime: 0, executionIndex: 0, source: [], data: { main: [rows] } },
				],
			},
		},
		executionData: {
			contextData: job.retryOf?.executionData?.contextData,
			nodeExecutionStack: [
				{
					node: subject,
					data: { main: [rows.map((row, item) => ({ ...row, pairedItem: { item } }))] },
					source: { main: [{ previousNode: 'Rows' }] },
				},
			],
		},
	});
	const hooks = new ExecutionLifecycleHooks('manual', 'e', workflow as never);
	const additionalData = {
		credentialsHelper: fakeCredentials(job.credentials),
		executionId: job.executionId ?? 'e',
		hooks,
		currentNodeParameters: undefined,
		restApiUrl: '',
		instanceBaseUrl: '',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		webhookBaseUrl: '',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: '',
		variables: {},
		userId: '1',
	} as unknown as IWorkflowExecuteAdditionalData;
	const execution = new WorkflowExecute(additionalData, 'manual', runData);
	const promise = execution.processRunExecutionData(workflow);
	job.onStarted?.(() => promise.cancel('stopped'));
	const { data } = await promise;
	const task = data.resultData.runData.Subject?.at(-1);
	return {
		outputs: (task?.data?.main ?? []).map((items) => items ?? []),
		error: data.resultData.error as ExecutionError | undefined,
		hints: (task?.hints ?? []).map(({ message }) => message),
		hintsInFull: task?.hints ?? [],
		customData: data.resultData.metadata,
		runExecutionData: data,
	};
}
