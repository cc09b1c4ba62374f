import { randomUUID } from 'node:crypto';
import type { Handler } from '../../shared/vendor.mts';
import { channels, tickets } from '../conversations.mts';
import { zaiaError } from '../errors.mts';
import { externalUser } from '../people.mts';
import type { ExternalUser } from '../people.mts';
import type { Workspace } from '../workspace.mts';

type Identity = Pick<ExternalUser, 'channelId' | 'externalId' | 'identifier'> & {
	id: string | null;
};

const isThis = (user: ExternalUser, { id, externalId, identifier }: Identity): boolean =>
	(id !== null && user.id === id) ||
	(externalId !== null && user.externalId === externalId) ||
	(identifier !== null && user.identifier === identifier);

/** External users and tickets, and the vendor's description of itself. */
export function peopleHandlers(workspace: () => Workspace): Record<string, Handler> {
	return {
		authenticateExternalUser({ body }) {
			const asked = body as Identity;
			if (!channels.some(({ id }) => id === asked.channelId))
				return zaiaError(404, 'Channel not found');
			const { externalUsers } = workspace();
			const known = externalUsers.find((user) => isThis(user, asked));
			if (!known && asked.id !== null) return zaiaError(404, 'External user not found');
			const { id: _, ...given } = asked;
			const user = known ?? externalUser(externalUsers.length + 1, given);
			if (!known) externalUsers.push(user);
			return { status: 200, body: { ...user, accessToken: `sandbox-token-${randomUUID()}` } };
		},
		getTicketDetails({ params }) {
			const ticket = tickets.find(({ id }) => id === params.id);
			return ticket ? { status: 200, body: ticket } : zaiaError(404, 'Ticket not found');
		},
		getOpenapi: () => ({ status: 200, body: workspace().document }),
	};
}
