import { eventsTable } from '../page/events.mts';
import type { Action, Shown, Table } from '../page/grammar.mts';
import { receiverField } from '../page/receiverField.mts';
import type { Organisation } from './organisation.mts';
import { messageOf, seeds } from './threads.mts';
import { sendMessageEvent } from './webhook.mts';

const example = sendMessageEvent(messageOf(seeds[0]!));

function actionsFor({ webhook: { url } }: Organisation): Action[] {
	return [
		{
			id: 'sendEvent',
			label: 'Send event',
			explanation: 'Goes out at once, with the organisation’s key.',
			path: 'gurusup/events',
			fields: [
				receiverField(url, 'the webhook that is set'),
				{ name: 'payload', label: 'Body', kind: 'json', value: example },
			],
			done: 'The event was sent.',
		},
		{
			id: 'webhook',
			label: 'Set webhook',
			explanation: 'Where replies go from now on.',
			path: 'gurusup/webhook',
			fields: [receiverField(url, 'nobody')],
			done: 'Replies go there from now on.',
		},
	];
}

function messagesTable({ threads: { latest } }: Organisation): Table {
	return {
		id: 'messages',
		title: 'Messages',
		columns: ['Time', 'Thread', 'User', 'Written by', 'Text'],
		rows: latest.list().map(({ n, at, item }) => ({
			id: String(n),
			cells: [
				{ at },
				item.thread_fid,
				item.user_fid,
				item.is_customer_support_agent ? 'Support' : 'Customer',
				item.body,
			],
		})),
		total: latest.total,
		empty: 'Nobody wrote yet.',
	};
}

/** What the page shows of an organisation. */
export function shownOrganisation(organisation: Organisation): Shown {
	const { threads, webhook } = organisation;
	return {
		title: 'GuruSup',
		figures: [
			{ label: 'Threads', value: threads.counts.threads },
			{ label: 'Messages', value: threads.counts.messages },
		],
		tables: [
			messagesTable(organisation),
			eventsTable('Events sent', webhook.latest, ({ url, outcome }) => ({
				url,
				what: 'send_message',
				outcome,
			})),
		],
		actions: actionsFor(organisation),
	};
}
