import type { Answer, Handler } from '../../shared/vendor.mts';
import type { Account } from '../account.mts';
import type { AddedRow, ContactRow } from '../contacts.mts';
import { alturError } from '../errors.mts';
import { indexPage } from '../indexPages.mts';

interface ContactsQuery {
	status?: string;
	pageSize?: number;
	pageIndex?: number;
}

interface NewContacts {
	if_duplicate?: 'skip' | 'update';
	contacts: ContactRow[];
}

const deletable = ['queue', 'failed'];

function summaryOf(rows: AddedRow[]): Record<AddedRow['status'], number> {
	const summary = { created: 0, updated: 0, skipped_duplicate: 0, failed: 0 };
	for (const { status } of rows) summary[status] += 1;
	return summary;
}

/** The contacts of a campaign. */
export function contactHandlers(account: () => Account): Record<string, Handler> {
	const find = (params: Record<string, unknown>) => {
		const campaign = account().campaigns.find(params.id);
		return { campaign, contact: campaign?.contacts.find(params.contact_id) };
	};
	return {
		listContacts({ params, query }) {
			const { campaign } = find(params);
			if (!campaign) return alturError(404, 'Campaign not found');
			const { status, pageSize = 50, pageIndex = 0 } = query as ContactsQuery;
			const all = campaign.contacts.all();
			const found = status ? all.filter((contact) => contact.status === status) : all;
			const { rows, pagination } = indexPage(found, pageIndex, pageSize);
			const total = pageIndex === 0 ? { total_count: found.length } : {};
			return { status: 200, body: { ...total, contacts: rows, pagination } };
		},
		addContacts({ params, headers, body }) {
			const { campaign } = find(params);
			if (!campaign) return alturError(404, 'Campaign not found');
			const { answeredKeys, runs, around } = account();
			const key = headers['idempotency-key'];
			const keyInCampaign = typeof key === 'string' ? `${campaign.id} ${key}` : undefined;
			const known = keyInCampaign && answeredKeys.get(keyInCampaign);
			if (known) return known;
			const { contacts, if_duplicate: ifDuplicate = 'skip' } = body as NewContacts;
			const rows = contacts.map((row, index) => campaign.contacts.add(row, index, ifDuplicate));
			if (campaign.status === 'pending' && campaign.contacts.count > 0) {
				runs.setStatus(campaign, 'ready');
			}
			runs.added(campaign);
			const results = around.settings.contactResultStatus
				? rows
				: rows.map(({ status: _, ...row }) => row);
			const answer: Answer = {
				status: 200,
				body: { success: true, summary: summaryOf(rows), results },
			};
			if (keyInCampaign) answeredKeys.set(keyInCampaign, answer);
			return answer;
		},
		getContact({ params }) {
			const { contact } = find(params);
			if (!contact) return alturError(404, 'Contact not found');
			return { status: 200, body: { success: true, contact } };
		},
		deleteContact({ params }) {
			const { campaign, contact } = find(params);
			if (!campaign || !contact) return alturError(404, 'Contact not found');
			if (!deletable.includes(contact.status)) return alturError(409, 'CONTACT_NOT_DELETABLE');
			campaign.contacts.delete(contact);
			return { status: 204 };
		},
	};
}
