import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const reading = ['GET', 'HEAD'];

/** A name could have been pointed at this machine by somebody else; an address could not. */
function isOwnAddress(origin: string, host: string | undefined): boolean {
	if (!URL.canParse(origin)) return false;
	const url = new URL(origin);
	const name = url.hostname.replace(/^\[|\]$/g, '');
	return url.host === host && (name === 'localhost' || isIP(name) !== 0);
}

/** Whether a browser sends this for a page that is not the sandbox's own. Other clients say nothing of it. */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
	const site = headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
	return headers.origin !== undefined && !isOwnAddress(headers.origin, headers.host);
}

/** Refuses orders below `/sandbox` that a web page of somebody else makes a browser send. */
export function refuseOtherSites(server: FastifyInstance): void {
	server.addHook('onRequest', async (request, reply) => {
		// The route's own address: what was asked for may be the same, written otherwise.
		const isOrder = request.routeOptions.url?.startsWith('/sandbox') === true;
		if (!isOrder || reading.includes(request.method) || !isFromElsewhere(request)) return;
		await reply.code(403).send({ message: 'Only pages of the sandbox itself may change it' });
	});
}
