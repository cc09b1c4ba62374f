import { randomUUID } from 'node:crypto';
import { Latest } from '../shared/latest.mts';
import type { Agent } from './agents.mts';
import { seededEndUsers } from './endUsers.mts';
import type { EndUser } from './endUsers.mts';

/** A message as Altur answers it. */
export interface Message {
	thread_id: string;
	type: 'text';
	sent_by: 'AI' | 'EU' | 'SYS';
	sent_at: string;
	content: string;
	media: string;
	sent_by_user: string;
	read: boolean;
}

/** The conversation between one agent and one end user. */
export interface Thread {
	id: string;
	agent: Agent;
	endUser: EndUser;
	updatedAt: number;
	active: boolean;
	blocked: boolean;
	messages: Message[];
	callIds: string[];
}

const integration = { id: 'int_sandbox_api', type: 'api' } as const;

/** A thread as Altur answers it. */
export function threadAnswer(thread: Thread): Record<string, unknown> {
	return {
		id: thread.id,
		agent: thread.agent,
		end_user: thread.endUser,
		integration,
		updated_at: new Date(thread.updatedAt).toISOString(),
		active: thread.active,
		blocked: thread.blocked,
		tags: [],
		assigned_to: [],
	};
}

/** A text message; what a text has no use for is empty. */
export function textMessage(
	threadId: string,
	sentBy: Message['sent_by'],
	content: string,
	sentAt: number,
): Message {
	return {
		thread_id: threadId,
		type: 'text',
		sent_by: sentBy,
		sent_at: new Date(sentAt).toISOString(),
		content,
		media: '',
		sent_by_user: '',
		read: sentBy !== 'AI',
	};
}

/** The threads of one account: one for each pair of agent and end user. */
export class Threads {
	private byId = new Map<string, Thread>();
	private byPair = new Map<string, Thread>();
	readonly latest = new Latest<{ thread: Thread; message: Message }>();

	find(id: string): Thread | undefined {
		return this.byId.get(id);
	}

	between(agent: Agent, endUser: EndUser): Thread {
		const pair = `${agent.id} ${endUser.id}`;
		const known = this.byPair.get(pair);
		if (known) return known;
		const thread: Thread = {
			id: randomUUID(),
			agent,
			endUser,
			updatedAt: Date.now(),
			active: endUser.id !== seededEndUsers.elena,
			blocked: endUser.id === seededEndUsers.luis,
			messages: [],
			callIds: [],
		};
		this.byId.set(thread.id, thread);
		this.byPair.set(pair, thread);
		return thread;
	}

	/** Adds what was said. */
	say(thread: Thread, messages: Message[]): void {
		thread.messages.push(...messages);
		for (const message of messages) this.latest.add({ thread, message });
	}

	get count(): number {
		return this.byId.size;
	}
}
