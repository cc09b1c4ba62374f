import type { StoredExecution } from '../../host/client.mts';
import { runsOf } from '../../host/client.mts';
import { packageName } from '../form/outside.mts';
import { startChatModel } from './chatModel.mts';
import type { OfferedTool } from './chatModel.mts';
import { agentWorkflow } from './n8nAgent.mts';
import type { Lab, NodeDraft } from './n8nLab.mts';

export interface ToolUse {
	/** What the model was told of the tool. */
	tool: OfferedTool;
	/** What the tool answered, call by call. */
	told: string[];
	/** How often n8n ran the tool. */
	runs: number;
	execution: StoredExecution;
}

const name = 'The tool';

/** A node of the package as a tool; Retry On Fail is on, which repeats a tool that throws. */
export const toolNode = (
	node: string,
	parameters: NodeDraft['parameters'],
	more: Partial<NodeDraft> = {},
): NodeDraft & { name: string } => ({
	type: `${packageName}.${node}Tool`,
	name,
	parameters,
	retryOnFail: true,
	maxTries: 3,
	waitBetweenTries: 50,
	...more,
});

/** Has an AI agent call its one tool as a chat model's turns say. */
export async function agentUses(
	{ n8n, credentials }: Lab,
	tool: NodeDraft & { name: string },
	turns: Parameters<typeof startChatModel>,
	agentVersion?: number,
): Promise<ToolUse> {
	const model = await startChatModel(...turns);
	const credential = await n8n.saveCredential({
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'none', url: model.url },
	});
	const draft = agentWorkflow(tool, credential, credentials, agentVersion);
	const execution = await n8n.waitForExecution(await n8n.run(await n8n.createWorkflow(draft)));
	await model.close();
	const [offered] = model.tools;
	if (!offered) throw new Error(`The model was offered no tool: ${execution.status}`);
	return {
		tool: offered,
		told: model.toolAnswers,
		runs: runsOf(execution, tool.name).length,
		execution,
	};
}

/** What a tool told, without the list that n8n puts around it. */
export const onlyItem = ([text = '[]', ...more]: string[]): Record<string, unknown> => {
	const [item, ...others] = JSON.parse(text) as Array<Record<string, unknown>>;
	if (!item || others.length + more.length > 0) throw new Error(`Not one item: ${text}`);
	return item;
};

/** What the model is to fill in. */
export const fromAi = (key: string, description: string, type = 'string'): string =>
	`={{ $fromAI('${key}', '${description}', '${type}') }}`;
