import type { FullSandbox } from '../../sandbox/start.mts';
import { altur } from '../support/altur.mts';

/** Runs operations on campaigns, and tells what reached Altur. */
export const campaigns = (sandbox: { readonly url: string; readonly it: FullSandbox }) => ({
	run: async (parameters: object, items: object[] = [{}], more: object = {}) =>
		await altur(sandbox, {
			...more,
			parameters: { resource: 'campaign', ...parameters },
			items: items as [],
		}),
	sent: () => sandbox.it.requests('altur'),
});
