import type { Handler } from '../../shared/vendor.mts';
import { contactOf } from '../account.mts';
import type { Account } from '../account.mts';
import { listedCall } from '../campaignCalls.mts';
import { inRange } from '../dateRange.mts';
import type { DateRangeQuery } from '../dateRange.mts';
import { alturError } from '../errors.mts';
import { indexPage } from '../indexPages.mts';

interface CallsQuery extends DateRangeQuery {
	status?: string;
	answeredBy?: string;
	pageSize?: number;
	pageIndex?: number;
}

/** The calls a campaign made. */
export function campaignCallHandlers(account: () => Account): Record<string, Handler> {
	return {
		listCampaignCalls({ params, query }) {
			const { campaigns, calls } = account();
			const campaign = campaigns.find(params.id);
			if (!campaign) return alturError(404, 'Campaign not found');
			const asked = query as CallsQuery;
			const found = campaign.callIds
				.map((id) => calls.find(id))
				.filter((call) => call !== undefined)
				.filter((call) => {
					const { status, answeredBy } = calls.state(call);
					return (
						(!asked.status || status === asked.status) &&
						(!asked.answeredBy || answeredBy === asked.answeredBy) &&
						inRange(asked, call.createdAt)
					);
				});
			const page = indexPage(found, asked.pageIndex ?? 0, asked.pageSize ?? 50);
			const rows = page.rows.map((call) => listedCall(calls, call, contactOf(campaigns, call)));
			const total = asked.pageIndex ? {} : { total_count: found.length };
			return { status: 200, body: { ...total, calls: rows, pagination: page.pagination } };
		},
	};
}
