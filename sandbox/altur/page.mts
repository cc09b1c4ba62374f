import { eventsTable } from '../page/events.mts';
import type { Shown, Table } from '../page/grammar.mts';
import type { Account } from './account.mts';
import { callsTable } from './pageCalls.mts';
import { actionsFor } from './pageActions.mts';
import { campaignsTable } from './pageCampaigns.mts';

const speakers = { AI: 'Agent', EU: 'End user', SYS: 'System' };

function messagesTable({ threads }: Account): Table {
	return {
		id: 'messages',
		title: 'Messages',
		columns: ['Time', 'End user', 'Agent', 'Written by', 'Text'],
		rows: threads.latest.list().map(({ n, at, item: { thread, message } }) => ({
			id: String(n),
			cells: [
				{ at },
				thread.endUser.display_name,
				thread.agent.name,
				speakers[message.sent_by],
				message.content,
			],
		})),
		total: threads.latest.total,
		empty: 'Nobody wrote yet.',
	};
}

/** What the page shows of an account. */
export function shownAccount(account: Account): Shown {
	const { calls, campaigns, webhooks } = account;
	let contacts = 0;
	for (const campaign of campaigns.all()) contacts += campaign.contacts.count;
	const { goingOn } = calls;
	return {
		title: 'Altur',
		figures: [
			{ label: 'Calls placed', value: calls.count },
			{ label: 'On the phone now', value: goingOn, ...(goingOn > 0 ? { tone: 'busy' } : {}) },
			{ label: 'Contacts in campaigns', value: contacts },
		],
		tables: [
			callsTable(account),
			campaignsTable(account),
			messagesTable(account),
			eventsTable('Events sent', webhooks.latest, ({ url, eventType, attempt, outcome }) => ({
				url,
				what: attempt > 1 ? `${eventType} (attempt ${attempt})` : eventType,
				outcome,
			})),
		],
		actions: actionsFor(account),
	};
}
