import { gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { RecordedRequest } from './requestLog.mts';
import type { Fault } from './faults.mts';
import type { Settings } from './settings.mts';
import type { Answer, Vendor } from './vendor.mts';

/** Whom to ask for wording and sizes, and whom to tell what was answered. */
export interface Delivery {
	vendor: Vendor;
	settings: Settings;
	answered(status: RecordedRequest['status'], body?: unknown): void;
}

function send(reply: FastifyReply, { status, body, stream, headers }: Answer, to: Delivery): void {
	to.answered(status, body);
	reply.code(status).headers(headers ?? {});
	if (stream) void reply.send(stream);
	else if (body === undefined || status === 204) void reply.send();
	else if (Buffer.isBuffer(body) || typeof body === 'string') void reply.send(body);
	else void reply.type('application/json').send(JSON.stringify(body));
}

/** Cuts the connection as a dying server or network does. */
function reset(reply: FastifyReply, to: Delivery): void {
	to.answered('reset');
	reply.hijack();
	reply.raw.socket?.resetAndDestroy();
}

function half(reply: FastifyReply, answer: Answer, to: Delivery): void {
	to.answered('cut short');
	const text = JSON.stringify(answer.body ?? {});
	reply.hijack();
	reply.raw.writeHead(answer.status, {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(text),
	});
	const start = text.slice(0, Math.ceil(text.length / 2));
	// The wait lets the half reach the client before the reset overtakes it.
	reply.raw.write(start, () => setTimeout(() => reply.raw.socket?.resetAndDestroy(), 20));
}

/** Valid JSON of the asked size, made as it is sent. */
function huge(answer: Answer, bytes: number): Readable {
	const start = `${JSON.stringify(answer.body ?? {}).slice(0, -1)},"padding":"`;
	const block = Buffer.alloc(64 * 1024, 'x');
	return Readable.from(
		(function* () {
			yield start;
			for (let sent = 0; sent < bytes; sent += block.length) yield block;
			yield '"}';
		})(),
		{ objectMode: false },
	);
}

const htmlPage = '<!DOCTYPE html><html><body><h1>We will be right back</h1></body></html>';
const json = 'application/json';

function sendWith(reply: FastifyReply, answer: Answer, fault: Fault, to: Delivery): void {
	switch (fault.kind) {
		case 'status': {
			const plain = to.vendor.error(fault.status);
			const body = 'body' in fault ? fault.body : plain.body;
			return send(reply, { ...plain, body, headers: fault.headers }, to);
		}
		case 'throttled': {
			const refusal = to.vendor.throttled(fault.seconds ?? 1);
			const { retryAfter } = fault;
			if (retryAfter !== undefined) refusal.headers = { 'retry-after': retryAfter };
			return send(reply, refusal, to);
		}
		case 'redirect': {
			const location = fault.to ?? to.settings.redirectTo;
			return send(reply, { status: 302, headers: { location } }, to);
		}
		case 'slow':
			setTimeout(() => send(reply, answer, to), fault.delayMs ?? to.settings.slowAnswerMs);
			return;
		case 'silence':
			reply.hijack();
			return to.answered('silence');
		case 'reset':
			return reset(reply, to);
		case 'half':
			return half(reply, answer, to);
		case 'html':
			return send(
				reply,
				{ status: 200, body: htmlPage, headers: { 'content-type': 'text/html' } },
				to,
			);
		case 'empty':
			return send(reply, { status: 200, headers: { 'content-length': '0' } }, to);
		case 'noContent':
			return send(reply, { status: 204 }, to);
		case 'gzip': {
			const headers = { 'content-encoding': 'gzip', 'content-type': json };
			const body = gzipSync(JSON.stringify(answer.body ?? {}));
			return send(reply, { status: answer.status, body, headers }, to);
		}
		case 'huge': {
			const stream = huge(answer, to.settings.hugeBytes);
			return send(reply, { status: answer.status, stream, headers: { 'content-type': json } }, to);
		}
	}
}

/** Sends an answer, or what became of it. */
export function deliver(reply: FastifyReply, answer: Answer, to: Delivery): void {
	const now = (): void =>
		answer.fault ? sendWith(reply, answer, answer.fault, to) : send(reply, answer, to);
	// The work itself is part of the time an answer takes.
	const left = to.settings.latencyMs - reply.elapsedTime;
	if (left > 0) setTimeout(now, left);
	else now();
}
