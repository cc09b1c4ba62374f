import { connect } from 'node:net';
import { once } from 'node:events';

/** Senders that begin a delivery and let its body trickle; each keeps its connection until `hangUp`. */
export async function slowBodies(url: string, key: string, count: number) {
	const { hostname, port, pathname, host } = new URL(url);
	const head = [
		`POST ${pathname} HTTP/1.1`,
		`host: ${host}`,
		'content-type: application/json',
		`x-api-key: ${key}`,
		'content-length: 1000000',
	].join('\r\n');
	const sockets = Array.from({ length: count }, () => connect(Number(port), hostname));
	let closed = 0;
	for (const socket of sockets) {
		socket.on('error', () => undefined).on('close', () => closed++);
		await once(socket, 'connect');
		socket.write(`${head}\r\n\r\n{"slow":"`);
	}
	const trickle = setInterval(() => sockets.forEach((socket) => socket.write('x')), 100);
	return {
		open: () => sockets.length - closed,
		hangUp: () => {
			clearInterval(trickle);
			for (const socket of sockets) socket.destroy();
		},
	};
}
