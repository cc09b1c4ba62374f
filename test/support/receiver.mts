import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came in, whole. */
export interface Received {
	method: string;
	path: string;
	contentType: string;
	body: Buffer;
}

/** Somebody's own system on this machine, to which an example sends things. */
export interface Receiver {
	url: string;
	received: Received[];
	/** The bodies as JSON. */
	json<T>(): T[];
	close(): Promise<void>;
}

/** Takes every request with a 200. */
export async function startReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			const contentType = headers['content-type'] ?? '';
			received.push({ method, path: url, contentType, body: Buffer.concat(chunks) });
			response.setHeader('content-type', 'application/json').end('{"taken":true}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		received,
		json: <T,>() => received.map(({ body }) => JSON.parse(body.toString()) as T),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
