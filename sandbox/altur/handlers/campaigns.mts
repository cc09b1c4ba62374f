import type { Handler } from '../../shared/vendor.mts';
import type { Account } from '../account.mts';
import { findAgent } from '../agents.mts';
import { campaignDetail, listedCampaign } from '../campaignAnswers.mts';
import { emptyPlan, integrations } from '../campaigns.mts';
import type { CampaignPlan } from '../campaigns.mts';
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

type NewCampaign = Partial<CampaignPlan> & {
	name: string;
	agent_id: string;
	integration_id: string;
};

const channelOf = (integrationId: string): CampaignsQuery['integration'] =>
	integrationId === integrations.whatsapp ? 'whatsapp' : 'phone_call';

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
					({ agent, status, integration_id: integrationId, createdAt }) =>
						(!asked.agentId || agent.id === asked.agentId.toLowerCase()) &&
						(!asked.status || status === asked.status) &&
						(!asked.integration || channelOf(integrationId) === asked.integration) &&
						inRange(asked, createdAt),
				);
			const { rows, pagination } = cursorPage(found, start, asked.pageSize ?? 50);
			const campaigns = rows.map(listedCampaign);
			return { status: 200, body: { total_count: found.length, campaigns, pagination } };
		},
		createCampaign({ body }) {
			const { agent_id: agentId, ...plan } = body as NewCampaign;
			const { campaigns, calls } = account();
			const agent = findAgent(agentId);
			if (!agent) return alturError(404, 'Agent not found');
			const empty = emptyPlan();
			const cycles = { ...empty.cycles, ...plan.cycles };
			const campaign = campaigns.create(agent, { ...empty, ...plan, cycles });
			return { status: 200, body: campaignDetail(campaign, calls) };
		},
		getCampaign({ params }) {
			const { campaigns, calls } = account();
			const campaign = campaigns.find(params.id);
			if (!campaign) return alturError(404, 'Campaign not found');
			return { status: 200, body: campaignDetail(campaign, calls) };
		},
		updateCampaign({ params, body }) {
			const { agent_id: agentId, ...changes } = body as Partial<NewCampaign>;
			const { campaigns, calls } = account();
			const campaign = campaigns.find(params.id);
			if (!campaign) return alturError(404, 'Campaign not found');
			const agent = agentId === undefined ? campaign.agent : findAgent(agentId);
			if (!agent) return alturError(404, 'Agent not found');
			const cycles = { ...campaign.cycles, ...changes.cycles };
			Object.assign(campaign, changes, { agent, cycles });
			return { status: 200, body: campaignDetail(campaign, calls) };
		},
	};
}
