import type { Handler } from '../../shared/vendor.mts';
import type { Account } from '../account.mts';
import { campaignDetail } from '../campaignAnswers.mts';
import type { Campaign, CampaignStatus } from '../campaigns.mts';
import { alturError } from '../errors.mts';

interface Action {
	from: CampaignStatus[];
	to: CampaignStatus;
	isIdempotent: boolean;
	costs: boolean;
}

const actions: Record<string, Action> = {
	activate: {
		from: ['pending', 'ready', 'cooldown'],
		to: 'active',
		isIdempotent: false,
		costs: true,
	},
	pause: { from: ['active', 'cooldown'], to: 'inactive', isIdempotent: true, costs: false },
	resume: { from: ['inactive'], to: 'active', isIdempotent: true, costs: true },
};

const targetsFrom = (status: CampaignStatus): CampaignStatus[] => [
	...new Set(
		Object.values(actions)
			.filter(({ from }) => from.includes(status))
			.map(({ to }) => to),
	),
];

const isOverBudget = ({ name }: Campaign): boolean => name.includes('over budget');

/** Starting, pausing and putting away campaigns. */
export function lifecycleHandlers(account: () => Account): Record<string, Handler> {
	return {
		changeCampaign({ params }) {
			const { campaigns, calls, runs } = account();
			const campaign = campaigns.find(params.id);
			if (!campaign) return alturError(404, 'Campaign not found');
			const detail = () => ({ status: 200, body: campaignDetail(campaign, calls) });
			if (params.action === 'archive') {
				campaign.archived = true;
				return detail();
			}
			const action = actions[String(params.action)];
			if (!action) return alturError(400, 'UNKNOWN_ACTION');
			const { status } = campaign;
			if (action.isIdempotent && status === action.to) return detail();
			if (!action.from.includes(status)) {
				const more = { current_status: status, valid_targets: targetsFrom(status) };
				return alturError(409, 'INVALID_STATUS_TRANSITION', more);
			}
			if (action.costs && isOverBudget(campaign)) return alturError(402, 'BILLING_LIMIT_REACHED');
			runs.setStatus(campaign, action.to);
			return detail();
		},
	};
}
