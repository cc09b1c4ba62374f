import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import tls from 'node:tls';

import { makeCertificate, trust } from './certificate.mts';

/** The certificate that `secure` servers show; this process accepts it. */
const certificate = makeCertificate();
trust(certificate);

/** What of the requests' own bytes the servers have seen since the last test: the proof that they did or did not leave. */
export let heard = { text: '' };

const hears = (socket: Socket) => {
	socket.on('error', () => {});
	const here = heard;
	socket.on('data', (chunk: Buffer) => (here.text += chunk.toString('latin1')));
	return socket;
};

const servers: Server[] = [];
const sockets = new Set<Socket>();

/** Starts a server that ends with the test, and tells its port. */
export async function listen(server: Server): Promise<number> {
	servers.push(server);
	server.on('connection', (socket: Socket) => {
		sockets.add(socket.on('error', () => {}));
		socket.once('close', () => sockets.delete(socket));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

export type Serve = (socket: Socket) => void;

/** A server that does as it is told with the bare socket. */
export const raw = (serve: Serve) => net.createServer((socket) => serve(hears(socket)));

/** The same with TLS. */
export const secure = (serve: Serve, more: tls.TlsOptions = {}) =>
	tls.createServer({ ...certificate, ...more }, (socket) => serve(hears(socket)));

/** Does it once the first bytes have come. */
export const onData = (serve: Serve) => (socket: Socket) =>
	void socket.once('data', () => serve(socket));

/** Sends a text, some bytes at a time, for as long as the other side listens. */
export const drips =
	(text: string, everyMs: number, size = 1): Serve =>
	(socket) => {
		let at = 0;
		const timer = setInterval(() => {
			socket.write(text.slice(at, at + size));
			at += size;
			if (at >= text.length) socket.end();
		}, everyMs);
		socket.on('close', () => clearInterval(timer));
	};

/** To be called after each test: ends its servers and forgets what they have heard. */
export function endServers(): void {
	heard = { text: '' };
	for (const server of servers.splice(0)) server.close();
	for (const socket of sockets) socket.destroy();
}
