import { randomBytes } from 'node:crypto';
import { alturPrefix } from './address.mts';
import type { Call, Calls } from './calls.mts';
import type { Campaign, CampaignStatus } from './campaigns.mts';
import type { Contact } from './contacts.mts';
import { transcriptOf } from './transcript.mts';

/** An event's body, before it becomes bytes. */
export type WebhookEvent = Record<string, unknown> & { event_type: string };

/** The number Altur calls from. */
const callerNumber = '+525580000000';

const moment = (at: number | null): string | null =>
	at === null ? null : new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** The end of a call: a flat body. */
export function callEndEvent(
	call: Call,
	calls: Calls,
	serverUrl: string,
	contact?: Contact,
): WebhookEvent {
	const { thread } = call;
	const state = calls.state(call);
	return {
		event_type: 'on_call_end',
		id: call.id,
		type: 'outbound',
		status: state.status,
		phone_number_from: callerNumber,
		phone_number_to: call.number,
		answered_by: state.answeredBy ?? 'unknown',
		created_at: moment(call.createdAt),
		started_at: moment(state.startedAt),
		ended_at: moment(state.endedAt),
		duration: state.duration ?? 0,
		billed_duration: state.duration ?? 0,
		recording_url: `${serverUrl}${alturPrefix}/call/${call.id}/recording`,
		transcript: transcriptOf(call, calls),
		assistant: { id: thread.agent.id, nickname: thread.agent.name, name: thread.agent.name },
		end_user: {
			id: thread.endUser.id,
			status: contact?.status ?? state.status,
			display_name: thread.endUser.display_name,
			phone_number: call.number,
			context: thread.endUser.info,
			extracted_data: contact?.extracted_data ?? {},
			tags: contact?.tags ?? [],
		},
		campaign_user: contact
			? {
					f_id: contact.f_id,
					name: contact.name,
					contact: contact.contact,
					context: contact.context,
				}
			: null,
	};
}

function envelope(type: string, data: Record<string, unknown>): WebhookEvent {
	return {
		event_id: `evt_${randomBytes(10).toString('hex')}`,
		event_type: type,
		occurred_at: new Date().toISOString().replace('Z', '000+00:00'),
		api_version: '1.0',
		project_id: 'prj_sandbox',
		data,
	};
}

/** A campaign's new status; with its figures once it is finished. */
export function statusChangedEvent(
	{ id, name, status }: Pick<Campaign, 'id' | 'name' | 'status'>,
	previous: CampaignStatus,
	analytics: Record<string, number>,
): WebhookEvent {
	const campaign = { id, name, status, previous_status: previous };
	const data = status === 'finished' ? { campaign, analytics } : { campaign };
	return envelope('campaign.status_changed', data);
}

/** The end of one cycle of a campaign. */
export function cycleCompletedEvent(
	{ id, name, status, iteration }: Pick<Campaign, 'id' | 'name' | 'status' | 'iteration'>,
	nextCycleAt: number | null,
): WebhookEvent {
	const campaign = { id, name, status, previous_status: null };
	const next = nextCycleAt === null ? null : new Date(nextCycleAt).toISOString();
	return envelope('campaign.cycle_completed', {
		campaign,
		cycle_iteration: iteration,
		next_cycle_at: next,
	});
}
