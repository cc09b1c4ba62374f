import type { Answer, Handler } from '../shared/vendor.mts';
import { guruSupError } from './errors.mts';
import { replyTo } from './organisation.mts';
import type { Organisation } from './organisation.mts';
import { messageOf } from './threads.mts';
import type { MessageData } from './threads.mts';

const nothing: Record<Organisation['behaviour']['nothing'], Answer> = {
	empty: { status: 200 },
	noContent: { status: 204 },
	null: { status: 200, body: null },
};

/** Threads and messages. */
export function handlersOf(organisation: () => Organisation): Record<string, Handler> {
	return {
		listThreads: () => ({ status: 200, body: organisation().threads.list() }),
		getThread({ params }) {
			const thread = organisation().threads.find(String(params.thread_fid_hash));
			return thread ? { status: 200, body: thread } : guruSupError(404, 'Thread not found');
		},
		createMessage({ body }) {
			const message = messageOf(body as MessageData);
			organisation().threads.store(message);
			const reply = replyTo(message, organisation());
			return reply ? { status: 200, body: reply } : nothing[organisation().behaviour.nothing];
		},
		getMessage({ params }) {
			const message = organisation().threads.message(String(params.message_id));
			return message ? { status: 200, body: message } : guruSupError(404, 'Message not found');
		},
	};
}
