import { createHash } from 'node:crypto';
import { Latest } from '../shared/latest.mts';
import { objectId } from './objectId.mts';

/** What POST /messages takes. */
export interface MessageData {
	body: string;
	user_fid: string;
	thread_fid: string;
	lang?: string;
	subject?: string;
	is_customer_support_agent?: boolean;
}

/** A message as the sandbox's GuruSup answers it; all but the data is an assumption of ours. */
export interface Message extends MessageData {
	_id: string;
	thread: string;
	created_at: string;
}

/** A conversation: the vendor's documentation names the first two fields. */
export interface Thread {
	thread: string;
	thread_fid: string;
	lang: string;
	updated_at: string;
}

/** What a thread is asked for by: the MD5 of its `thread_fid`. */
export const hashOf = (threadFid: string): string =>
	createHash('md5').update(threadFid).digest('hex');

/** A message as it would be stored now. */
export const messageOf = (data: MessageData): Message => ({
	_id: objectId(),
	thread: hashOf(data.thread_fid),
	...data,
	created_at: new Date().toISOString(),
});

/** The threads every sandbox organisation has. */
export const seeds: MessageData[] = [
	{
		thread_fid: 'web-1001',
		user_fid: 'ana@example.com',
		lang: 'es',
		body: '¿Dónde está mi pedido?',
	},
	{ thread_fid: 'web-1002', user_fid: 'john@example.com', lang: 'en', body: 'How do I return it?' },
	{ thread_fid: '+34 600 000 000', user_fid: '+34600000000', lang: 'es', body: 'Hola 👋' },
];

/** The threads and messages of one organisation. */
export class Threads {
	private readonly byHash = new Map<string, { thread: Thread; messages: Message[] }>();
	private readonly messages = new Map<string, Message>();
	readonly latest = new Latest<Message>();

	constructor() {
		for (const seed of seeds) this.store(messageOf(seed));
	}

	store(message: Message): void {
		const { thread: hash, thread_fid, lang = 'es', created_at: updated_at } = message;
		const known = this.byHash.get(hash) ?? {
			thread: { thread: hash, thread_fid, lang, updated_at },
			messages: [],
		};
		known.thread.updated_at = updated_at;
		known.messages.push(message);
		this.byHash.set(hash, known);
		this.messages.set(message._id, message);
		this.latest.add(message);
	}

	list(): Thread[] {
		return [...this.byHash.values()].map(({ thread }) => thread);
	}

	find(hash: string): (Thread & { messages: Message[] }) | undefined {
		const known = this.byHash.get(hash);
		return known && { ...known.thread, messages: known.messages };
	}

	message(id: string): Message | undefined {
		return this.messages.get(id);
	}

	get counts(): { threads: number; messages: number } {
		return { threads: this.byHash.size, messages: this.messages.size };
	}
}
