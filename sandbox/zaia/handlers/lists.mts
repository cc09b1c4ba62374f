import type { Asked, Handler } from '../../shared/vendor.mts';
import { channels, chats, followUps, threads } from '../conversations.mts';
import { zaiaError } from '../errors.mts';
import { agents, responders, squads } from '../people.mts';
import type { Workspace } from '../workspace.mts';

type Row = Record<string, unknown>;

/** Whether a row is among those asked for; `wanted` is one value or several. */
type Filter = (row: Row, wanted: string[]) => boolean;

const every = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

/** The row's property is one of the wanted, or holds one. */
const among =
	(property: string): Filter =>
	(row, wanted) =>
		every(row[property]).some((value) => wanted.includes(value));

const search: Filter = (row, [text = '']) =>
	String(row.name).toLowerCase().includes(text.toLowerCase());

const since: Filter = (row, [date = '']) =>
	Date.parse(String(row.lastChatMessageCreatedAt)) >= Date.parse(date);

const until: Filter = (row, [date = '']) =>
	Date.parse(String(row.lastChatMessageCreatedAt)) <= Date.parse(date);

const joins: Filter = () => true;

/** Answers one page of rows, as all lists of the vendor do. */
function list(
	workspace: () => Workspace,
	rows: () => object[],
	filters: Record<string, Filter>,
): Handler {
	return ({ query }: Asked) => {
		const { pageNumber = 1, pageSize = 10, ...wanted } = query as Record<string, unknown>;
		const found = (rows() as Row[]).filter((row) =>
			Object.entries(wanted).every(([name, value]) => filters[name]?.(row, every(value)) ?? true),
		);
		const start = (Number(pageNumber) - 1) * Number(pageSize);
		const page = found.slice(start, start + Number(pageSize));
		const { drift } = workspace();
		return { status: 200, body: drift ? page.map((row) => ({ ...row, ...drift })) : page };
	};
}

/** All lists of the workspace. */
export function listHandlers(workspace: () => Workspace): Record<string, Handler> {
	const of = (rows: () => object[], filters: Record<string, Filter>) =>
		list(workspace, rows, filters);
	const threadsOfChat = of(() => threads, { chatId: among('chatId') });
	return {
		listChats: of(() => chats, {
			channelIds: among('channelId'),
			channelTypes: among('channelType'),
			ownerIds: among('ownerId'),
			lastChatMessageCreatedAtStart: since,
			lastChatMessageCreatedAtEnd: until,
		}),
		listChatThreads: (asked) =>
			chats.some(({ id }) => id === asked.query.chatId)
				? threadsOfChat(asked)
				: zaiaError(404, 'Chat not found'),
		listAgents: of(() => agents, { search, squadIds: among('squadIds'), joins }),
		listSquads: of(() => squads, { agentIds: among('agentIds'), joins }),
		listChannels: of(() => channels, { search, responderIds: among('responderIds') }),
		listExternalUsers: of(() => workspace().externalUsers, {
			channelIds: among('channelId'),
			externalUserGroupIds: among('externalUserGroupId'),
		}),
		listResponders: of(() => responders, {
			search,
			responderEntities: among('responderEntity'),
			versionIds: among('versionId'),
		}),
		listFollowUps: of(() => followUps, {
			chatIds: among('chatId'),
			chatMessageIds: among('chatMessageId'),
			triggerChatMessageIds: among('triggerChatMessageId'),
			statuses: among('status'),
		}),
	};
}
