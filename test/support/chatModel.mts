import Fastify from 'fastify';

interface Message {
	role: string;
	content: unknown;
}

/** A tool as a chat model sees it. */
export interface OfferedTool {
	name: string;
	description: string;
	/** JSON Schema of its arguments. */
	parameters: { properties: Record<string, object>; required?: string[] };
}

interface Asked {
	stream?: boolean;
	messages: Message[];
	tools?: Array<{ function: OfferedTool }>;
}

type Arguments = Record<string, unknown>;

/** A chat model with OpenAI's interface that does as it is told. */
export interface ChatModel {
	/** For the credential "OpenAI". */
	url: string;
	/** The tools that it was offered. */
	tools: OfferedTool[];
	/** What tools answered to the model, in order. */
	toolAnswers: string[];
	close(): Promise<void>;
}

/**
 * Calls its first tool with the arguments of one turn after the other, several at once where a turn has
 * several, then ends with the words "That is all."
 */
export async function startChatModel(...turns: Array<Arguments | Arguments[]>): Promise<ChatModel> {
	const server = Fastify();
	const tools: OfferedTool[] = [];
	const toolAnswers: string[] = [];
	const calls = turns.map((turn) => [turn].flat());

	server.post<{ Body: Asked }>('/v1/chat/completions', ({ body }, reply) => {
		const answers = body.messages.filter(({ role }) => role === 'tool');
		toolAnswers.push(...answers.map(({ content }) => asText(content)).slice(toolAnswers.length));
		const offered = (body.tools ?? []).map((tool) => tool.function);
		tools.splice(0, tools.length, ...offered);
		const [next] = callsAfter(calls, answers.length);
		const turn = next && offered[0] ? callTool(offered[0].name, next) : { content: 'That is all.' };
		const message = { role: 'assistant', ...turn };
		const finish_reason = 'tool_calls' in turn ? 'tool_calls' : 'stop';
		if (!body.stream) return completion({ message, finish_reason });
		void reply.type('text/event-stream');
		return `${chunk({ delta: message, finish_reason: null })}${chunk({ delta: {}, finish_reason })}data: [DONE]\n\n`;
	});

	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url: `${address}/v1`, tools, toolAnswers, close: async () => await server.close() };
}

/** The turns that are left once so many calls were answered. */
function callsAfter(turns: Arguments[][], answered: number): Arguments[][] {
	const [first = [], ...rest] = turns;
	return turns.length === 0 || answered < first.length
		? turns
		: callsAfter(rest, answered - first.length);
}

let calls = 0;

const callTool = (name: string, all: Arguments[]) => ({
	content: null,
	tool_calls: all.map((one, index) => ({
		index,
		id: `call_${++calls}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(one) },
	})),
});

const about = { id: 'chat_1', created: 0, model: 'scripted' };

const completion = (choice: object) => ({
	...about,
	object: 'chat.completion',
	choices: [{ index: 0, ...choice }],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

const chunk = (choice: object): string =>
	`data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] })}\n\n`;

const asText = (content: unknown): string =>
	typeof content === 'string' ? content : JSON.stringify(content);
