import type { VendorServer } from '../support/vendorServer.mts';
import { templateFor } from './targets.mts';
import type { Template } from './targets.mts';

/** Has a vendor answer as its contract says. */
export const answering = (server: VendorServer, templates: Template[]) =>
	server.answer((request) => {
		const { answer } = templateFor(templates, request) ?? { answer: { status: 404, body: {} } };
		const body = typeof answer.body === 'object' && answer.body && 'pipe' in answer.body;
		return {
			status: answer.status,
			headers: { 'content-type': body ? 'audio/wav' : 'application/json' },
			body: body || answer.body === undefined ? '' : JSON.stringify(answer.body),
		};
	});
