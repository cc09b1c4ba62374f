import { idOf, upTo } from './ids.mts';

/** Someone or something that answers in a chat; its super identity is what a message's sender is. */
export interface Responder {
	id: string;
	name: string;
	responderEntity: 'agents' | 'squads' | 'workflows';
	entityId: string;
	versionId: string;
}

/** Someone who writes to a channel. */
export interface ExternalUser {
	id: string;
	superIdentityId: string;
	channelId: string;
	externalUserGroupId: string;
	externalId: string | null;
	identifier: string | null;
	createdAt: string;
}

export const created = '2026-01-05T12:00:00.000Z';

const agentCount = 230;
const squadCount = 12;
const workflowCount = 5;

const agentNames = ['Ana', 'Bruno', 'Carla', 'Diego', 'Elisa', 'Fábio', 'Glória', 'Heitor'];

/** Agents, squads and responders of every workspace; they never change. */
export const agents = upTo(agentCount).map((n) => ({
	id: idOf('agent', n),
	name: `${agentNames[(n - 1) % agentNames.length]} ${n}`,
	squadIds: [idOf('squad', 1 + (n % squadCount))],
	createdAt: created,
}));

export const squads = upTo(squadCount).map((n) => ({
	id: idOf('squad', n),
	name: `Squad ${n}`,
	agentIds: agents
		.filter(({ squadIds }) => squadIds.includes(idOf('squad', n)))
		.map(({ id }) => id),
	createdAt: created,
}));

const workflows = upTo(workflowCount).map((n) => ({ id: idOf('workflow', n), name: `Flow ${n}` }));

export const responders: Responder[] = [
	...agents.map(({ id, name }) => ({ id, name, responderEntity: 'agents' as const })),
	...squads.map(({ id, name }) => ({ id, name, responderEntity: 'squads' as const })),
	...workflows.map(({ id, name }) => ({ id, name, responderEntity: 'workflows' as const })),
].map(({ id, name, responderEntity }, index) => ({
	id: idOf('superIdentity', index + 1),
	name,
	responderEntity,
	entityId: id,
	versionId: idOf('version', 1 + (index % 3)),
}));

/** A user that the workspace did not know before, or one of those it starts with. */
export const externalUser = (n: number, more: Partial<ExternalUser> = {}): ExternalUser => ({
	id: idOf('externalUser', n),
	superIdentityId: idOf('superIdentity', 100_000 + n),
	channelId: idOf('channel', 1 + (n % 2)),
	externalUserGroupId: idOf('externalUserGroup', 1 + (n % 3)),
	externalId: `crm-${n}`,
	identifier: `user${n}@example.com`,
	createdAt: created,
	...more,
});

export const firstExternalUsers = 120;
