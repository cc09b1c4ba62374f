import { STATUS_CODES } from 'node:http';
import type { KeyShown, Surroundings, Vendor } from '../shared/vendor.mts';
import { openAccount } from './account.mts';
import { alturKey, alturPrefix } from './address.mts';
import { alturControl } from './control.mts';
import type { AlturControl } from './control.mts';
import { addAlturRoutes } from './controlRoutes.mts';
import { alturError, throttled } from './errors.mts';
import { callHandlers } from './handlers/calls.mts';
import { campaignCallHandlers } from './handlers/campaignCalls.mts';
import { campaignHandlers } from './handlers/campaigns.mts';
import { contactHandlers } from './handlers/contacts.mts';
import { endUserHandlers } from './handlers/endUsers.mts';
import { lifecycleHandlers } from './handlers/lifecycle.mts';
import { messageHandlers } from './handlers/messages.mts';
import { shownAccount } from './page.mts';

function keyShown(headers: Record<string, unknown>): KeyShown {
	const { authorization } = headers;
	if (typeof authorization !== 'string') return '<no key>';
	const key = /^api-key (\S+)$/.exec(authorization)?.[1];
	if (key === undefined) return '<wrong form>';
	return key === alturKey ? '<valid key>' : '<wrong key>';
}

/** Altur: calls, messages and campaigns of one account, and what tests may do to it. */
export function alturVendor(around: Surroundings): Vendor & { controls: AlturControl } {
	let account = openAccount(around);
	const current = () => account;
	const controls = alturControl(current);
	return {
		name: 'altur',
		prefix: alturPrefix,
		contract: 'sandbox/altur/contract.yaml',
		keyShown,
		error: (status, message) => alturError(status, message ?? STATUS_CODES[status] ?? 'Error'),
		throttled,
		handlers: {
			...callHandlers(current),
			...messageHandlers(current),
			...endUserHandlers(current),
			...campaignHandlers(current),
			...lifecycleHandlers(current),
			...contactHandlers(current),
			...campaignCallHandlers(current),
		},
		controls,
		control: (server) => addAlturRoutes(server, controls),
		state: () => ({
			calls: account.calls.count,
			endUsers: account.endUsers.count,
			threads: account.threads.count,
			campaigns: account.campaigns.all().length,
			deliveries: account.webhooks.deliveries.length,
		}),
		shown: () => shownAccount(account),
		secrets: () => [alturKey, account.webhooks.settings.secret],
		reset() {
			account.close();
			account = openAccount(around);
		},
		close: () => account.close(),
	};
}
