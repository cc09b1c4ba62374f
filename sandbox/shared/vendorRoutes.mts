import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from 'openapi-backend';
import { deliver } from './deliver.mts';
import type { Contract, ContractRequest } from './contract.mts';
import { isCarriedOut } from './faults.mts';
import type { Faults } from './faults.mts';
import type { SlidingSecond } from './pace.mts';
import type { Refusals } from './refusals.mts';
import type { RecordedRequest, RequestLog } from './requestLog.mts';
import type { Settings } from './settings.mts';
import type { Answer, KeyShown, Vendor } from './vendor.mts';

declare module 'fastify' {
	interface FastifyRequest {
		/** The request's record, once it arrived at a vendor. */
		record?: RecordedRequest;
		keyShown?: KeyShown;
	}
}

/** What the routes of a vendor need besides the vendor. */
export interface Counter {
	settings: Settings;
	faults: Faults;
	log: RequestLog;
	refusals: Refusals;
	pace: SlidingSecond;
}

const keyHeaders = ['authorization', 'x-api-key'];

function withoutKeys(headers: FastifyRequest['headers'], shown: KeyShown): Record<string, unknown> {
	const copy: Record<string, unknown> = { ...headers };
	for (const name of keyHeaders) if (name in copy) copy[name] = shown;
	return copy;
}

const fastifyPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Puts every operation of a vendor's contract on the server. */
export function addVendorRoutes(
	server: FastifyInstance,
	vendor: Vendor,
	contract: Contract,
	{ settings, faults, log, refusals, pace }: Counter,
): void {
	const arrive = (operationId: string | null) => (request: FastifyRequest, reply: FastifyReply) => {
		const shown = vendor.keyShown(request.headers);
		const record = log.arrive({
			vendor: vendor.name,
			method: request.method,
			path: (request.url.split('?')[0] ?? '').slice(vendor.prefix.length),
			query: request.query as Record<string, unknown>,
			headers: withoutKeys(request.headers, shown),
			body: undefined,
			bodyBytes: 0,
			operationId,
		});
		request.record = record;
		request.keyShown = shown;
		reply.raw.once('close', () => log.leave(record));
		return Promise.resolve();
	};

	/** The gates in the order of a real service: pace, key, contract, then the operation. */
	const work = (operation: Operation, request: FastifyRequest, path: string): Answer => {
		const wait = pace.secondsToWait(settings.maxPerSecond);
		if (wait > 0) return vendor.throttled(wait);
		if (request.keyShown !== '<valid key>') return vendor.error(401, 'Unauthorized');
		const headers = request.headers as ContractRequest['headers'];
		const query = request.query as ContractRequest['query'];
		const { method, body } = request;
		const asked = contract.judgeRequest(operation, { method, path, query, headers, body });
		if (asked.problems.length > 0) return vendor.error(400, asked.problems.join('; '));
		const handler = vendor.handlers[operation.operationId ?? ''];
		if (!handler) return vendor.error(501, `The sandbox cannot do ${operation.operationId}`);
		return handler({ params: asked.params, query: asked.query, headers, body });
	};

	const answer =
		(operation: Operation | null) => (request: FastifyRequest, reply: FastifyReply) => {
			const { record } = request;
			if (!record) throw new Error('A request was answered before it arrived');
			record.body = request.body;
			record.bodyBytes = request.bodyBytes;
			const fault = faults.take(vendor.name, record.method, record.path);
			const carriedOut = !fault || isCarriedOut(fault);
			const missing = (): Answer => vendor.error(404, `No such path: ${record.path}`);
			const normal = (): Answer => (operation ? work(operation, request, record.path) : missing());
			const done = carriedOut ? normal() : { status: 503 };
			const outcome = fault ? { ...done, fault } : done;
			deliver(reply, outcome, {
				vendor,
				settings,
				answered(status, body) {
					log.answer(record, status);
					refusals.note(record, status, body);
				},
			});
			return reply;
		};

	for (const operation of contract.operations) {
		server.route({
			method: operation.method.toUpperCase(),
			url: vendor.prefix + fastifyPath(operation.path),
			onRequest: arrive(operation.operationId ?? null),
			handler: answer(operation),
		});
	}
	server.all(`${vendor.prefix}/*`, { onRequest: arrive(null) }, answer(null));
}
