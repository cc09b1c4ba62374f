import { campaignConcurrency } from './campaignRun.mts';
import type { Campaign } from './campaigns.mts';
import { analyticsOf } from './analytics.mts';
import type { Calls } from './calls.mts';

const moment = (at: number | null): string | null =>
	at === null ? null : new Date(at).toISOString();

/** A campaign as Altur lists it: its cycles in properties of their own. */
export function listedCampaign(campaign: Campaign): Record<string, unknown> {
	const { cycles } = campaign;
	return {
		id: campaign.id,
		name: campaign.name,
		description: campaign.description,
		status: campaign.status,
		created_at: moment(campaign.createdAt),
		agent: campaign.agent,
		scheduling: campaign.scheduling,
		timezone: campaign.timezone,
		retries: campaign.retries,
		archived: campaign.archived,
		template: campaign.template,
		first_message: campaign.first_message,
		concurrency: campaignConcurrency,
		cycle_enabled: cycles.enabled,
		cycle_max_iterations: cycles.max_iterations,
		cycle_cooldown_minutes: cycles.cooldown_minutes,
		cycle_filter_statuses: cycles.filter_statuses,
		cycle_filter_tags: cycles.filter_tags,
		cycle_current_iteration: campaign.iteration,
		cycle_last_iteration_at: moment(campaign.iterationEndedAt),
	};
}

/** The vendor's page does not show the mode and the dates among what is answered. */
function cyclesOf({ cycles }: Campaign): Record<string, unknown> {
	const { mode: _mode, schedule_start_date: _start, schedule_end_date: _end, ...shown } = cycles;
	return shown;
}

/** One campaign as Altur answers it, wrapped. */
export function campaignDetail(campaign: Campaign, calls: Calls): Record<string, unknown> {
	return {
		success: true,
		campaign: {
			id: campaign.id,
			name: campaign.name,
			integration: { id: campaign.integration_id },
			agent: campaign.agent,
			created_at: moment(campaign.createdAt),
			scheduling: campaign.scheduling,
			cycles: cyclesOf(campaign),
			description: campaign.description,
			status: campaign.status,
			timezone: campaign.timezone,
			retries: campaign.retries,
			message_limit: campaign.message_limit,
			archived: campaign.archived,
			template: campaign.template,
			template_alt: campaign.template_alt,
			first_message: campaign.first_message,
			concurrency: campaignConcurrency,
			analytics: analyticsOf(campaign, calls),
		},
	};
}
