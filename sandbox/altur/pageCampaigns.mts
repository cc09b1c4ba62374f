import type { Row, Table, Tone } from '../page/grammar.mts';
import { keptToShow } from '../shared/latest.mts';
import type { Account } from './account.mts';
import type { Campaign, CampaignStatus } from './campaigns.mts';

const tones: Partial<Record<CampaignStatus, Tone>> = { active: 'busy', finished: 'good' };

function rowOf({ id, name, agent, status, contacts, callIds }: Campaign): Row {
	const tone = tones[status];
	const { count } = contacts;
	return {
		id: String(id),
		cells: [
			String(id),
			name,
			agent.name,
			tone ? { text: status, tone } : status,
			count > 0 ? { done: count - contacts.unfinished, of: count } : 'no contacts',
			callIds.length,
		],
	};
}

/** Campaigns and how far they got: first those with contacts, then the others, the newest first. */
export function campaignsTable({ campaigns }: Account): Table {
	const all = campaigns.all();
	const newestFirst = [...all].reverse();
	const called = newestFirst.filter(({ contacts }) => contacts.count > 0);
	const empty = newestFirst.filter(({ contacts }) => contacts.count === 0);
	return {
		id: 'campaigns',
		title: 'Campaigns',
		columns: ['Id', 'Name', 'Agent', 'Status', 'Contacts done', 'Calls'],
		rows: [...called, ...empty].slice(0, keptToShow).map(rowOf),
		total: all.length,
		empty: 'There is no campaign.',
	};
}
