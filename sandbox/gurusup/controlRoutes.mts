import type { FastifyInstance } from 'fastify';
import type { EventOrder, GuruSupControl } from './control.mts';

type WebhookBody = Parameters<GuruSupControl['setWebhook']>[0];
type BehaviourBody = Parameters<GuruSupControl['behave']>[0];

/** The same control over HTTP, below `/sandbox/gurusup`. */
export function addGuruSupRoutes(server: FastifyInstance, control: GuruSupControl): void {
	server.post<{ Body: WebhookBody }>('/sandbox/gurusup/webhook', ({ body }) =>
		control.setWebhook(body),
	);
	server.post<{ Body: BehaviourBody }>('/sandbox/gurusup/behaviour', ({ body }) =>
		control.behave(body),
	);
	server.get('/sandbox/gurusup/deliveries', () => control.deliveries());
	server.post<{ Body?: EventOrder }>('/sandbox/gurusup/events', ({ body }) => control.send(body));
}
