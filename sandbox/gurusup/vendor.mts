import { STATUS_CODES } from 'node:http';
import type { KeyShown, Vendor } from '../shared/vendor.mts';
import { guruSupKey, guruSupPrefix } from './address.mts';
import { guruSupControl } from './control.mts';
import type { GuruSupControl } from './control.mts';
import { addGuruSupRoutes } from './controlRoutes.mts';
import { guruSupError, throttled } from './errors.mts';
import { handlersOf } from './handlers.mts';
import { openOrganisation } from './organisation.mts';
import { shownOrganisation } from './page.mts';

function keyShown(headers: Record<string, unknown>): KeyShown {
	const key = headers['x-api-key'];
	if (key === undefined) return '<no key>';
	return key === guruSupKey ? '<valid key>' : '<wrong key>';
}

/** GuruSup: threads and messages of one organisation, its webhook, and what tests may do to it. */
export function guruSupVendor(): Vendor & { controls: GuruSupControl } {
	let organisation = openOrganisation();
	const current = () => organisation;
	const controls = guruSupControl(current);
	return {
		name: 'gurusup',
		prefix: guruSupPrefix,
		contract: 'sandbox/gurusup/contract.yaml',
		keyShown,
		error: (status, message) => guruSupError(status, message ?? STATUS_CODES[status] ?? 'Error'),
		throttled,
		handlers: handlersOf(current),
		controls,
		control: (server) => addGuruSupRoutes(server, controls),
		state: () => ({
			...organisation.threads.counts,
			deliveries: organisation.webhook.deliveries.length,
		}),
		shown: () => shownOrganisation(organisation),
		secrets: () => [guruSupKey, organisation.webhook.key],
		reset() {
			organisation = openOrganisation();
		},
		close: () => {},
	};
}
