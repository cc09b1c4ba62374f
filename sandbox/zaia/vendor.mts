import { STATUS_CODES } from 'node:http';
import type { KeyShown, Vendor } from '../shared/vendor.mts';
import { zaiaKey, zaiaPrefix } from './address.mts';
import { addZaiaRoutes, zaiaControl } from './control.mts';
import type { ZaiaControl } from './control.mts';
import { throttled, zaiaError } from './errors.mts';
import { chatMessageHandlers } from './handlers/chatMessages.mts';
import { exportHandlers } from './handlers/exports.mts';
import { listHandlers } from './handlers/lists.mts';
import { peopleHandlers } from './handlers/people.mts';
import { shownWorkspace } from './page.mts';
import { openWorkspace } from './workspace.mts';

/** The raw key, with no word in front. */
function keyShown({ authorization }: Record<string, unknown>): KeyShown {
	if (typeof authorization !== 'string' || authorization === '') return '<no key>';
	if (/\s/.test(authorization)) return '<wrong form>';
	return authorization === zaiaKey ? '<valid key>' : '<wrong key>';
}

/** Zaia: chats and people of one workspace, and what tests may do to it. */
export function zaiaVendor(): Vendor & { controls: ZaiaControl } {
	let workspace = openWorkspace();
	const current = () => workspace;
	const controls = zaiaControl(current);
	return {
		name: 'zaia',
		prefix: zaiaPrefix,
		contract: 'sandbox/zaia/contract.yaml',
		keyShown,
		error: (status, message) => zaiaError(status, message ?? STATUS_CODES[status] ?? 'Error'),
		throttled,
		handlers: {
			...chatMessageHandlers(current),
			...exportHandlers(current),
			...listHandlers(current),
			...peopleHandlers(current),
		},
		controls,
		control: (server) => addZaiaRoutes(server, controls),
		state: () => ({
			messages: workspace.messages.length,
			externalUsers: workspace.externalUsers.length,
			exports: workspace.exports.asked.length,
			deliveries: workspace.exports.deliveries.length,
		}),
		shown: () => shownWorkspace(workspace),
		secrets: () => [zaiaKey],
		reset() {
			workspace.exports.stop();
			workspace = openWorkspace();
		},
		close: () => workspace.exports.stop(),
	};
}
