import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { targets, templateFor, templatesOf } from '../hostile/targets.mts';
import type { Template } from '../hostile/targets.mts';
import { labAddress } from './n8nAddress.mts';
import { startVendorServer } from './vendorServer.mts';
import type { Arrived, Reply, VendorServer } from './vendorServer.mts';

/** Stands in every secret of this file. */
export const mark = `marked-${randomUUID()}`;
/** Stands in the rows, and must be found: a search that finds nothing proves nothing. */
export const control = `control-${randomUUID()}`;

const json = { 'content-type': 'application/json' };
/** The key that a request shows. */
export const quoting = ({ headers }: Arrived): string =>
	headers.flatMap(([name, value]) => (/authorization|x-api-key/.test(name) ? [value] : [])).join();

/** What becomes of a request, by the first part of its address. */
export const kinds: Record<string, (request: Arrived) => Partial<Reply>> = {
	ok: () => ({}),
	invalid: () => ({ status: 400, body: '{"message":"Bad Request"}' }),
	unauthorized: (request) => ({
		status: 401,
		body: JSON.stringify({ message: `Unknown key ${quoting(request)}` }),
	}),
	agrees: (request) => ({ body: JSON.stringify({ id: 'x', message: quoting(request) }) }),
	forbidden: (request) => ({ status: 403, body: quoting(request) }),
	missing: () => ({ status: 404, body: '{"message":"Not Found"}' }),
	throttled: () => ({ status: 429, body: '{"detail":"Slower"}' }),
	fails: () => ({ status: 500, body: '{"message":"Oh"}' }),
	redirects: () => ({ status: 302, headers: { location: '/elsewhere' } }),
	talksHtml: () => ({ body: '<html>', headers: { 'content-type': 'text/html' } }),
	hangsUp: () => ({ breaks: 'before' }),
	breaksOff: () => ({ status: 401, breaks: 'within' }),
};

/** A vendor that answers as its contract says, or as the first part of the address asks for. */
export async function startMarkedVendor(): Promise<VendorServer> {
	const server = await startVendorServer();
	const all: Template[] = [];
	for (const target of targets) all.push(...(await templatesOf(target)));
	server.answer((request) => {
		const [, kind = '', ...path] = request.target.split('/');
		const target = `/${path.join('/')}`;
		const { answer } = templateFor(all, { ...request, target }) ?? {
			answer: { status: 200, body: {} },
		};
		const isSound = target.endsWith('/recording');
		const body = isSound ? 'RIFF' : JSON.stringify(answer.body ?? {});
		const token = body.replace(/"accessToken":"[^"]*"/, `"accessToken":"${mark}-token"`);
		const headers = isSound ? { 'content-type': 'audio/wav' } : json;
		return { status: answer.status, headers, body: token, ...kinds[kind]?.(request) };
	});
	return server;
}

/** Each file that n8n writes, but for the package that was installed into it. */
function* filesOfN8n(folder = dirname(labAddress().logPath)): Generator<string> {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && entry.name !== 'node_modules') yield* filesOfN8n(path);
		if (entry.isFile()) yield path;
	}
}

/** The files of n8n that hold a text. */
export const filesWith = (text: string): string[] =>
	[...filesOfN8n()].filter((path) => readFileSync(path).includes(text));
