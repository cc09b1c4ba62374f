import type { FastifyInstance } from 'fastify';
import { faultBody, settingsBody } from './controlSchemas.mts';
import type { DialledBy } from './dialled.mts';
import type { FaultRule } from './faults.mts';
import type { Settings } from './settings.mts';
import type { Sandbox } from './sandbox.mts';

interface Asks {
	Querystring: { vendor?: string; by?: DialledBy };
}

/** The same control from another process: what the `Sandbox` object offers, over HTTP. */
export function addControlRoutes(server: FastifyInstance, sandbox: Omit<Sandbox, 'url'>): void {
	server.get<Asks>('/sandbox/requests', ({ query }) => sandbox.requests(query.vendor));
	server.get<Asks>('/sandbox/requests/count', ({ query }) =>
		sandbox.counts(query.vendor ?? 'altur'),
	);
	server.get<Asks>('/sandbox/dialled', ({ query }) => sandbox.dialled(query.by));
	server.get<{ Params: { vendor: string } }>('/sandbox/state/:vendor', ({ params }, reply) => {
		const state = sandbox.state(params.vendor);
		if (state === undefined) void reply.code(404);
		return state ?? { message: `No vendor ${params.vendor}` };
	});
	server.post('/sandbox/reset', () => {
		sandbox.reset();
		return { reset: true };
	});
	server.get('/sandbox/settings', () => sandbox.settings);
	server.post<{ Body: Partial<Settings> }>(
		'/sandbox/settings',
		{ schema: { body: settingsBody } },
		({ body }) => sandbox.set(body),
	);
	server.post<{ Body: FaultRule }>(
		'/sandbox/faults',
		{ schema: { body: faultBody } },
		({ body }) => {
			sandbox.fail(body);
			return { added: true };
		},
	);
	server.delete('/sandbox/faults', () => {
		sandbox.heal();
		return { added: false };
	});
}
