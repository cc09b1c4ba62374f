import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
	interface FastifyRequest {
		/** Bytes of the body as they came. */
		bodyBytes: number;
	}
}

const largestBody = 256 * 1024 * 1024;

/** JSON where it is JSON, else the text: the contract decides what to make of it. */
function readBody(raw: Buffer): unknown {
	if (raw.length === 0) return undefined;
	const text = raw.toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** A quiet HTTP server that accepts any body, as a vendor's front door does. */
export function createHttpServer(): FastifyInstance {
	const server = fastify({
		logger: false,
		bodyLimit: largestBody,
		exposeHeadRoutes: false,
		// A misspelt order must not pass as an empty one.
		ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true },
		keepAliveTimeout: 30_000,
	});
	server.decorateRequest('bodyBytes', 0);
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, raw, done) => {
		const bytes = raw as Buffer;
		request.bodyBytes = bytes.length;
		done(null, readBody(bytes));
	});
	return server;
}
