import { Latest } from '../shared/latest.mts';
import { firstMessages } from './conversations.mts';
import type { ChatMessage } from './conversations.mts';
import { Exports } from './exports.mts';
import { upTo } from './ids.mts';
import { openapiDocument } from './openapiDocument.mts';
import { externalUser, firstExternalUsers } from './people.mts';
import type { ExternalUser } from './people.mts';

/** What changes in a Zaia workspace. */
export interface Workspace {
	messages: ChatMessage[];
	/** The latest of those that were sent here. */
	sent: Latest<ChatMessage>;
	externalUsers: ExternalUser[];
	exports: Exports;
	/** What `/openapi` answers. */
	document: unknown;
	/** Replaces or adds to every row of every list, to play an API that has changed. */
	drift: Record<string, unknown> | null;
}

/** A new workspace with its chats and people. */
export function openWorkspace(): Workspace {
	const messages = [...firstMessages];
	return {
		messages,
		sent: new Latest(),
		externalUsers: upTo(firstExternalUsers).map((n) => externalUser(n)),
		exports: new Exports(() => messages),
		document: openapiDocument(),
		drift: null,
	};
}
