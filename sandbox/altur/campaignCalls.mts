import { alturPrefix } from './address.mts';
import type { Call, Calls } from './calls.mts';
import { statusAfter } from './campaignRun.mts';
import type { Campaign } from './campaigns.mts';
import type { Contact } from './contacts.mts';
import type { CallOutcome } from './reservedNumbers.mts';
import type { Thread } from './threads.mts';

/** Places a campaign's call to one of its contacts. */
export function placeCampaignCall(
	calls: Calls,
	campaign: Campaign,
	contact: Contact,
	thread: Thread,
	outcome: CallOutcome,
): Call {
	const call = calls.place({
		number: contact.contact,
		thread,
		outcome,
		initialMessage: campaign.first_message || undefined,
		campaign: { campaignId: campaign.id, contactId: contact.id },
	});
	campaign.callIds.push(call.id);
	return call;
}

/** Like 2025-10-03 19:11:39 */
const asListed = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** Writes down at the contact how its call went. */
export function noteResult(calls: Calls, call: Call, contact: Contact): void {
	const { answeredBy, duration } = calls.state(call);
	contact.call_count += 1;
	contact.billed_duration += duration ?? 0;
	contact.last_call_at = asListed(call.createdAt);
	contact.status = statusAfter(contact, answeredBy);
	if (contact.status === 'converted') contact.tags = ['payment_promise'];
}

/** A campaign's call as Altur lists it. */
export function listedCall(
	calls: Calls,
	call: Call,
	contact: Contact | undefined,
): Record<string, unknown> {
	const { id, type, status, answered_by, created_at, started_at, ended_at, ...more } =
		calls.answer(call);
	return {
		id,
		type,
		status,
		answered_by,
		created_at,
		started_at,
		ended_at,
		duration: more.duration,
		billed_duration: more.billable_duration,
		contact: {
			id: call.campaign?.contactId,
			f_id: contact?.f_id,
			name: contact?.name,
			phone_number: call.number,
			status: contact?.status,
		},
		extracted_data: contact?.extracted_data ?? {},
		tags: contact?.tags ?? [],
		recording_url: `/${alturPrefix.split('/').slice(2).join('/')}/call/${call.id}/recording`,
	};
}
