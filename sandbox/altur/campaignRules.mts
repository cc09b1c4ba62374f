import type { Answer } from '../shared/vendor.mts';
import { channelOf } from './campaigns.mts';
import type { Campaign, CampaignPlan, Channel, Cycles } from './campaigns.mts';
import { alturError } from './errors.mts';

/** The body of a creation, and of a change. */
export type NewCampaign = Partial<Omit<CampaignPlan, 'cycles'>> & {
	name: string;
	agent_id: string;
	integration_id: string;
	integration_type: Channel;
	cycles?: Partial<Cycles>;
};
export type Changes = Partial<NewCampaign>;

const only: Record<Channel, Array<keyof NewCampaign>> = {
	phone_call: ['first_message', 'cycles'],
	whatsapp: ['template', 'template_alt'],
};
const immutable: Array<keyof NewCampaign> = ['agent_id', 'integration_id', 'integration_type'];
const ofSchedule: Array<keyof Cycles> = ['schedule', 'schedule_start_date', 'schedule_end_date'];

const invalid = (): Answer => alturError(400, 'INVALID_REQUEST');

const ofOtherChannel = (channel: Channel, plan: Changes): boolean =>
	only[channel === 'phone_call' ? 'whatsapp' : 'phone_call'].some((name) => name in plan);

const hasSchedule = (cycles: Partial<Cycles>): boolean => ofSchedule.some((name) => name in cycles);

/** The refusal of a new campaign, where there is one. That a mode left out is cooldown is our assumption. */
export function refusedPlan(plan: Omit<NewCampaign, 'agent_id'>): Answer | undefined {
	const { integration_id: line, integration_type: channel, cycles = {} } = plan;
	if (channelOf(line) !== channel || ofOtherChannel(channel, plan)) return invalid();
	const isScheduled = cycles.mode === 'scheduled';
	return cycles.enabled && hasSchedule(cycles) && !isScheduled ? invalid() : undefined;
}

/** The refusal of a change, where there is one. */
export function refusedChange(campaign: Campaign, changes: Changes): Answer | undefined {
	if (campaign.status === 'finished') return alturError(409, 'CAMPAIGN_FINISHED');
	const { cycles = {} } = changes;
	const fixed = [
		...immutable.filter((name) => name in changes),
		...['enabled', 'mode'].filter((name) => name in cycles).map((name) => `cycles.${name}`),
	];
	if (fixed.length > 0) return alturError(400, 'IMMUTABLE_FIELD', { field: fixed[0] });
	if (ofOtherChannel(campaign.integration_type, changes)) return invalid();
	if ('cycles' in changes && !campaign.cycles.enabled) return alturError(400, 'CYCLES_NOT_ENABLED');
	const isScheduled = campaign.cycles.mode === 'scheduled';
	return hasSchedule(cycles) && !isScheduled ? alturError(400, 'SCHEDULED_MODE_ONLY') : undefined;
}
