import type { Handler } from '../../shared/vendor.mts';
import type { Account } from '../account.mts';
import { alturError } from '../errors.mts';

interface EndUserData {
	display_name?: string;
	info?: string;
}

/** End users: the people threads are with. */
export function endUserHandlers(account: () => Account): Record<string, Handler> {
	return {
		createEndUser({ body }) {
			const { display_name: displayName = '', info } = body as EndUserData;
			return { status: 200, body: account().endUsers.create(displayName, info) };
		},
		getEndUser({ params }) {
			const endUser = account().endUsers.find(String(params.id));
			if (!endUser) return alturError(404, 'EndUser not found');
			return { status: 200, body: endUser };
		},
		updateEndUser({ params, body }) {
			const endUser = account().endUsers.find(String(params.id));
			if (!endUser) return alturError(404, 'EndUser not found');
			const { display_name: displayName, info } = body as EndUserData;
			if (displayName !== undefined) endUser.display_name = displayName;
			if (info !== undefined) endUser.info = info;
			return { status: 200, body: endUser };
		},
	};
}
