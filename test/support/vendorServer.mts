import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A request as it came over the socket, nothing decoded. */
export interface Arrived {
	method: string;
	/** Path and query below the base URL, or the whole address where it is not below it. */
	target: string;
	headers: Array<[name: string, value: string]>;
	body: string;
}

/** What a vendor may answer, also what none should. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: string;
	/** Breaks the connection off: before the answer, or within its body. */
	breaks?: 'before' | 'within';
	gzip?: boolean;
	/** Keeps the connection and never answers. */
	hangs?: boolean;
	/** Sends the body's characters as single bytes, whatever the headers say. */
	latin1?: boolean;
	/** The body comes by the byte, so many milliseconds apart. */
	dripMs?: number;
}

/** A vendor on a socket of its own that answers whatever it is told to. */
export interface VendorServer {
	baseUrl: string;
	arrived: Arrived[];
	/** Forgets what came, and answers like this from now on. */
	answer(reply: (request: Arrived, serial: number) => Reply): void;
	close(): Promise<void>;
}

const basePath = '/base/v1';

function drip(response: ServerResponse, bytes: Buffer, everyMs: number): void {
	let at = 0;
	const timer = setInterval(() => {
		response.write(bytes.subarray(at, ++at));
		if (at >= bytes.length) response.end();
	}, everyMs);
	response.on('close', () => clearInterval(timer));
}

function send(response: ServerResponse, reply: Reply): void {
	const { status, headers, body, breaks, gzip, latin1, hangs, dripMs } = reply;
	if (hangs) return;
	if (breaks === 'before') return void response.destroy();
	const bytes = gzip ? gzipSync(body) : Buffer.from(body, latin1 ? 'latin1' : 'utf8');
	const packed = gzip ? { 'content-encoding': 'gzip' } : {};
	const hasBody = status !== 204 && status !== 304;
	const length = breaks === 'within' ? { 'content-length': String(bytes.length + 10) } : {};
	try {
		response.writeHead(status, { ...headers, ...packed, ...(hasBody ? length : {}) });
	} catch (error) {
		// A test that cannot say what it wants to must not pass for a lost connection.
		response.writeHead(500).end();
		throw error;
	}
	if (dripMs) return drip(response, bytes, dripMs);
	if (breaks !== 'within') return void response.end(hasBody ? bytes : undefined);
	response.write(bytes, () => response.destroy());
}

async function arrivalOf(request: IncomingMessage): Promise<Arrived> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const raw = request.rawHeaders;
	const url = request.url ?? '';
	return {
		method: request.method ?? '',
		target: url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : `outside: ${url}`,
		headers: raw.flatMap((name, at) =>
			at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1] ?? ''] as [string, string]] : [],
		),
		body: Buffer.concat(chunks).toString('utf8'),
	};
}

export async function startVendorServer(): Promise<VendorServer> {
	const arrived: Arrived[] = [];
	let reply: (request: Arrived, serial: number) => Reply;
	const serve = async (request: IncomingMessage, response: ServerResponse) => {
		const arrival = await arrivalOf(request);
		arrived.push(arrival);
		send(response, reply(arrival, arrived.length));
	};
	const server = createServer((request, response) => void serve(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`,
		arrived,
		answer(next) {
			arrived.length = 0;
			reply = next;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
