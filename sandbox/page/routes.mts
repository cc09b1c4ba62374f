import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

const types = {
	'colours.css': 'text/css',
	'page.css': 'text/css',
	'part.css': 'text/css',
	'orders.css': 'text/css',
	'table.css': 'text/css',
	'cards.css': 'text/css',
	'icon.svg': 'image/svg+xml',
	'page.mjs': 'text/javascript',
	'part.mjs': 'text/javascript',
	'table.mjs': 'text/javascript',
	'cell.mjs': 'text/javascript',
	'dialog.mjs': 'text/javascript',
	'element.mjs': 'text/javascript',
};

/** Nothing but the page's own files and the sandbox's own answers; nothing written in place. */
const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

const headers = {
	'content-security-policy': policy,
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cache-control': 'no-store',
};

const read = (file: string): Buffer =>
	readFileSync(resolve(process.cwd(), 'sandbox/page/browser', file));

/** Serves the page at `/` and `/sandbox`, and what it shows. */
export function addPageRoutes(server: FastifyInstance, snapshot: () => string): void {
	const serve = (reply: FastifyReply, type: string, body: Buffer | string): FastifyReply =>
		reply.headers(headers).type(`${type}; charset=utf-8`).send(body);
	for (const address of ['/', '/sandbox']) {
		server.get(address, (_request, reply) => serve(reply, 'text/html', read('index.html')));
	}
	for (const [file, type] of Object.entries(types)) {
		server.get(`/sandbox/page/${file}`, (_request, reply) => serve(reply, type, read(file)));
	}
	server.get('/sandbox/page.json', (_request, reply) =>
		serve(reply, 'application/json', snapshot()),
	);
}
