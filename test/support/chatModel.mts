import Fastify from 'fastify';

interface Message {
	role: string;
	content: unknown;
}

interface Asked {
	stream?: boolean;
	messages: Message[];
	tools?: Array<{ function: { name: string } }>;
}

/** A chat model with OpenAI's interface that does as it is told. */
export interface ChatModel {
	/** For the credential "OpenAI". */
	url: string;
	/** What tools answered to the model, in order. */
	toolAnswers: string[];
	close(): Promise<void>;
}

/** Calls its first tool once with these values, then ends with the words "That is all." */
export async function startChatModel(values: Record<string, unknown>): Promise<ChatModel> {
	const server = Fastify();
	const toolAnswers: string[] = [];

	server.post<{ Body: Asked }>('/v1/chat/completions', ({ body }, reply) => {
		const { messages, tools = [] } = body;
		const answers = messages.filter(({ role }) => role === 'tool');
		toolAnswers.push(...answers.map(({ content }) => asText(content)).slice(toolAnswers.length));
		const name = tools[0]?.function.name;
		const turn =
			answers.length === 0 && name !== undefined
				? {
						content: null,
						tool_calls: [
							{
								index: 0,
								id: 'call_1',
								type: 'function',
								function: { name, arguments: JSON.stringify(values) },
							},
						],
					}
				: { content: 'That is all.' };
		const about = { id: 'chat_1', created: 0, model: 'scripted' };
		const message = { role: 'assistant', ...turn };
		const finish_reason = 'tool_calls' in turn ? 'tool_calls' : 'stop';
		if (!body.stream) {
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			const choices = [{ index: 0, message, finish_reason }];
			return { ...about, object: 'chat.completion', choices, usage };
		}
		const chunk = (choice: object) =>
			`data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] })}\n\n`;
		void reply.type('text/event-stream');
		return `${chunk({ delta: message, finish_reason: null })}${chunk({ delta: {}, finish_reason })}data: [DONE]\n\n`;
	});

	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return { url: `${address}/v1`, toolAnswers, close: async () => await server.close() };
}

const asText = (content: unknown): string =>
	typeof content === 'string' ? content : JSON.stringify(content);
