import type { Answer, Handler } from '../../shared/vendor.mts';
import type { Account } from '../account.mts';
import { findAgent } from '../agents.mts';
import { campaignDetail, listedCampaign } from '../campaignAnswers.mts';
import { emptyPlan } from '../campaigns.mts';
import { refusedChange, refusedPlan } from '../campaignRules.mts';
import type { Changes, NewCampaign } from '../campaignRules.mts';
import { cursorPage, readCursor } from '../cursorPages.mts';
import { inRange } from '../dateRange.mts';
import type { DateRangeQuery } from '../dateRange.mts';
import { alturError } from '../errors.mts';

interface CampaignsQuery extends DateRangeQuery {
	agentId?: string;
	status?: string;
	integration?: 'phone_call' | 'whatsapp';
	pageSize?: number;
	cursor?: string;
}

/** Campaigns: listing, creating and changing them. */
export function campaignHandlers(account: () => Account): Record<string, Handler> {
	return {
		listCampaigns({ query }) {
			const asked = query as CampaignsQuery;
			if ((asked.startDate === undefined) !== (asked.endDate === undefined)) {
				return alturError(400, 'startDate and endDate must be given together');
			}
			const start = readCursor(asked.cursor);
			if (start === undefined) return alturError(400, 'cursor is not valid');
			const found = account()
				.campaigns.all()
				.filter(
					({ agent, status, integration_type: channel, createdAt }) =>
						(!asked.agentId || agent.id === asked.agentId.toLowerCase()) &&
						(!asked.status || status === asked.status) &&
						(!asked.integration || channel === asked.integration) &&
						inRange(asked, createdAt),
				);
			const { rows, pagination } = cursorPage(found, start, asked.pageSize ?? 50);
			const campaigns = rows.map(listedCampaign);
			return { status: 200, body: { total_count: found.length, campaigns, pagination } };
		},
		createCampaign({ body, headers }) {
			const { agent_id: agentId, ...plan } = body as NewCampaign;
			const { campaigns, calls, answeredKeys } = account();
			const key = headers['idempotency-key'];
			const known = typeof key === 'string' ? answeredKeys.get(`create ${key}`) : undefined;
			if (known) return known;
			const agent = findAgent(agentId);
			if (!agent) return alturError(404, 'Agent not found');
			const refused = refusedPlan(plan);
			if (refused) return refused;
			const empty = emptyPlan();
			// With enabled false or absent the rest of the block is ignored.
			const cycles = { ...empty.cycles, ...(plan.cycles?.enabled ? plan.cycles : {}) };
			const campaign = campaigns.create(agent, { ...empty, ...plan, cycles });
			const answer: Answer = { status: 200, body: campaignDetail(campaign, calls) };
			if (typeof key === 'string') answeredKeys.set(`create ${key}`, answer);
			return answer;
		},
		getCampaign({ params }) {
			const { campaigns, calls } = account();
			const campaign = campaigns.find(params.id);
			if (!campaign) return alturError(404, 'Campaign not found');
			return { status: 200, body: campaignDetail(campaign, calls) };
		},
		updateCampaign({ params, body }) {
			const changes = body as Changes;
			const { campaigns, calls } = account();
			const campaign = campaigns.find(params.id);
			if (!campaign) return alturError(404, 'Campaign not found');
			const refused = refusedChange(campaign, changes);
			if (refused) return refused;
			const cycles = { ...campaign.cycles, ...changes.cycles };
			Object.assign(campaign, changes, { cycles });
			return { status: 200, body: campaignDetail(campaign, calls) };
		},
	};
}
