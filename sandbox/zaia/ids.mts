/** What has an id in a workspace. */
const kinds = [
	'channel',
	'chat',
	'thread',
	'message',
	'agent',
	'squad',
	'workflow',
	'externalUser',
	'externalUserGroup',
	'superIdentity',
	'version',
	'followUp',
	'ticket',
	'owner',
] as const;

export type Kind = (typeof kinds)[number];

/** The id of the nth thing of a kind, from 1: a UUID v4 that is the same in every sandbox. */
export function idOf(kind: Kind, n: number): string {
	const first = (0x2a1a0000 + kinds.indexOf(kind)).toString(16);
	return `${first}-5a1a-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** Numbers from 1 to the given one. */
export const upTo = (count: number): number[] =>
	Array.from({ length: count }, (_, index) => index + 1);
