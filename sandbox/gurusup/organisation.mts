import { guruSupKey } from './address.mts';
import { messageOf, Threads } from './threads.mts';
import type { Message } from './threads.mts';
import { Webhook } from './webhook.mts';

/** How the system takes messages; the vendor documents none of it beyond "triggers a reply if configured". */
export interface Behaviour {
	/** What a customer's message brings about. */
	toCustomer: 'reply' | 'nothing';
	/** What a support agent's message brings about; a reply to it makes careless workflows loop. */
	toAgent: 'reply' | 'nothing';
	/** What is answered where there is no reply. */
	nothing: 'empty' | 'noContent' | 'null';
}

/** All that GuruSup knows about one customer of theirs. */
export interface Organisation {
	threads: Threads;
	webhook: Webhook;
	behaviour: Behaviour;
}

/** A new organisation with a few threads, whose webhook shows the API's key. */
export const openOrganisation = (): Organisation => ({
	threads: new Threads(),
	webhook: new Webhook(guruSupKey),
	behaviour: { toCustomer: 'reply', toAgent: 'nothing', nothing: 'empty' },
});

/**
 * The system's reply, if any. With a webhook it goes out as an event and is not stored: the seed asks the
 * receiving platform to store it. Without one the system keeps it.
 */
export function replyTo(message: Message, organisation: Organisation): Message | undefined {
	const { behaviour, threads, webhook } = organisation;
	const isAgent = message.is_customer_support_agent === true;
	if (behaviour[isAgent ? 'toAgent' : 'toCustomer'] === 'nothing') return undefined;
	const { user_fid, thread_fid, lang = 'es' } = message;
	const body = `${lang === 'es' ? 'Gracias, he recibido' : 'Thanks, I received'}: ${message.body.slice(0, 80)}`;
	const reply = messageOf({ body, user_fid, thread_fid, lang, is_customer_support_agent: true });
	if (webhook.url === '') threads.store(reply);
	else webhook.emit(reply);
	return reply;
}
