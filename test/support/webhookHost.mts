import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeType,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

/** What a trigger finds around it; a test may change it between deliveries. */
export interface Surroundings {
	parameters: IDataObject;
	/** Nothing: the node has no credential. */
	credential: ICredentialDataDecryptedObject | undefined;
	mode: 'trigger' | 'manual';
	nodeId: string;
	/** The wait that a paused execution is in. */
	awaited?: string;
	/** Stands for n8n's start of the execution, and in mode "last node" for its run. */
	start: (items: IDataObject[]) => Promise<void> | void;
}

/** A trigger's webhook on a real socket, as n8n would serve it. */
export interface WebhookHost {
	url: string;
	/** The items of each execution that started. */
	started: IDataObject[][];
	around: Surroundings;
	reset(): void;
	close(): Promise<void>;
}

const jsonType = /^application\/json/;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

/** The context of one delivery. It throws on any API that this host does not supply. */
function contextOf(
	{ description }: INodeType,
	request: IncomingMessage,
	response: ServerResponse,
	around: Surroundings,
) {
	const express = Object.assign(response, {
		status: (code: number) => Object.assign(response, { statusCode: code }),
		json: (body: unknown) => response.end(JSON.stringify(body)),
	});
	const supplied = {
		getRequestObject: () => request,
		getResponseObject: () => express,
		getHeaderData: () => request.headers,
		getBodyData: () => (request as { body?: unknown }).body,
		getQueryData: () =>
			Object.fromEntries(new URL(request.url ?? '', 'http://n8n').searchParams.entries()),
		getExecutionId: () => '17',
		evaluateExpression: () => around.awaited,
		helpers: { prepareBinaryData: async (data: Buffer) => ({ bytes: data.length }) },
		getNodeParameter: (name: string, fallback?: unknown) => around.parameters[name] ?? fallback,
		getCredentials: async (type: string) => {
			const isDeclared = description.credentials?.some(({ name }) => name === type);
			if (!isDeclared) throw new Error(`The node declares no credential "${type}"`);
			if (!around.credential) throw new Error('Node does not have any credentials set');
			return around.credential;
		},
		getMode: () => around.mode,
		getWorkflow: () => ({ id: 'w', name: 'test', active: true }),
		getNode: () => ({ id: around.nodeId, name: 'Trigger', type: 't', typeVersion: 1 }),
		logger: { warn: () => {}, error: () => {} },
	};
	return new Proxy(supplied, {
		get(target, name) {
			if (name in target) return target[name as keyof typeof target];
			throw new Error(`The test supplies no ${String(name)}`);
		},
	}) as unknown as IWebhookFunctions;
}

/** Serves a trigger's webhook the way n8n 2.40 does: its body parser, its 422, its answers. */
export async function hostWebhook(trigger: INodeType): Promise<WebhookHost> {
	const fresh = (): Surroundings => ({
		parameters: {},
		credential: undefined,
		mode: 'trigger',
		nodeId: 'n',
		start: () => {},
	});
	const host = { started: [] as IDataObject[][], around: fresh() };

	const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const rawBody = await bodyOf(request);
		const parts: { rawBody: Buffer; body?: unknown } = { rawBody };
		if (rawBody.length > 0 && jsonType.test(request.headers['content-type'] ?? '')) {
			try {
				parts.body = JSON.parse(rawBody.toString());
			} catch {
				response.writeHead(422).end('Failed to parse request body');
				return;
			}
		}
		Object.assign(request, parts);
		const context = contextOf(trigger, request, response, host.around);
		const result: IWebhookResponseData = await trigger.webhook!.call(context);
		if (result.noWebhookResponse) return;
		// n8n answers for a trigger that has not said that it did.
		if (!result.workflowData) return void response.end('words of n8n');
		const items = (result.workflowData[0] ?? []).map(({ json }) => json);
		await host.around.start(items);
		host.started.push(items);
		const answer: unknown = result.webhookResponse ?? 'words of n8n';
		response.writeHead(200).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
	};

	const server = createServer((request, response) => {
		serve(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		started: host.started,
		get around() {
			return host.around;
		},
		reset() {
			host.started.length = 0;
			host.around = fresh();
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
