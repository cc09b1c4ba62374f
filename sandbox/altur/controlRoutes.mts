import type { FastifyInstance, FastifyReply } from 'fastify';
import type { CallStatus } from './callScript.mts';
import type { CampaignStatus } from './campaigns.mts';
import type { AlturControl, EventOrder } from './control.mts';

interface ById {
	Params: { id: string };
}

function done(reply: FastifyReply, isDone: boolean): { done: boolean } {
	if (!isDone) void reply.code(404);
	return { done: isDone };
}

/** The same control over HTTP, below `/sandbox/altur`. */
export function addAlturRoutes(server: FastifyInstance, control: AlturControl): void {
	type WebhookBody = Parameters<AlturControl['setWebhook']>[0];
	server.post<{ Body: WebhookBody }>('/sandbox/altur/webhook', ({ body }) =>
		control.setWebhook(body),
	);
	server.get('/sandbox/altur/deliveries', () => control.deliveries());
	server.post<{ Body: EventOrder }>('/sandbox/altur/events', ({ body }) => control.send(body));
	server.post<ById & { Body?: { status?: CallStatus } }>(
		'/sandbox/altur/calls/:id/end',
		({ params, body }, reply) => done(reply, control.endCall(params.id, body?.status)),
	);
	server.post<ById & { Body: { active?: boolean; blocked?: boolean } }>(
		'/sandbox/altur/threads/:id',
		({ params, body }, reply) => done(reply, control.setThread(params.id, body)),
	);
	server.post<ById & { Body: { status: CampaignStatus } }>(
		'/sandbox/altur/campaigns/:id',
		({ params, body }, reply) => done(reply, control.setCampaign(Number(params.id), body.status)),
	);
}
