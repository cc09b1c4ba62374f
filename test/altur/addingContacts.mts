import type { FullSandbox } from '../../sandbox/start.mts';
import { altur } from '../support/altur.mts';

const parameters = {
	resource: 'contact',
	operation: 'add',
	campaignId: '={{ $json.campaign ?? 1001 }}',
	phoneNumber: '={{ $json.phone }}',
};

interface Sent {
	if_duplicate: string;
	contacts: Array<Record<string, unknown>>;
}

/** Adds contacts, and tells which requests reached Altur under which key. */
export const addingContacts = (sandbox: { readonly url: string; readonly it: FullSandbox }) => ({
	add: async (items: object[], more: object = {}, job: object = {}) =>
		await altur(sandbox, { ...job, parameters: { ...parameters, ...more }, items: items as [] }),
	sent: () =>
		sandbox.it
			.requests('altur')
			.filter(({ method }) => method === 'POST')
			.map(({ path, headers, body }) => ({
				path,
				key: String(headers['idempotency-key']),
				body: body as Sent,
			})),
});

export const numbers = (count: number, from = 5510000000) =>
	Array.from({ length: count }, (_, index) => ({ phone: `+52${from + index}` }));

export const json = (items: Array<{ json: object }>) => items.map((item) => item.json);
