import { agents } from './agents.mts';
import { seededEndUsers } from './endUsers.mts';
import { cycleCompletedEvent, statusChangedEvent } from './webhookEvents.mts';
import type { WebhookEvent } from './webhookEvents.mts';

let sent = 0;

/** The vendor's own example of a call's end, with a new id each time. */
function callEnd(): WebhookEvent {
	sent += 1;
	const id = `cll_sample${String(sent).padStart(14, '0')}`;
	return {
		event_type: 'on_call_end',
		id,
		type: 'outbound',
		status: 'ended',
		phone_number_from: '+525580000000',
		phone_number_to: '+525512345678',
		answered_by: 'human',
		created_at: '2024-12-19T15:00:10Z',
		started_at: '2024-12-19T15:00:10Z',
		ended_at: '2024-12-19T15:00:55Z',
		duration: 45,
		billed_duration: 45,
		recording_url: `https://api.altur.io/api/v1.0/call/${id}/recording`,
		transcript: [
			{
				sent_by: 'assistant',
				sent_at: '2024-12-19T15:00:12Z',
				content: '¿Hablo con Sofía Muñoz? 😀',
			},
			{ sent_by: 'user', sent_at: '2024-12-19T15:00:20Z', content: 'Sí, ¿quién es?' },
		],
		assistant: { id: agents.diana.id, nickname: 'DebtCollectorBot', name: agents.diana.name },
		end_user: {
			id: seededEndUsers.ana,
			status: 'converted',
			display_name: 'Ana García',
			phone_number: '+525512345678',
			context: 'Debe $1,200 desde mayo',
			extracted_data: { 'Payment Amount': '1200' },
			tags: ['payment_promise', 'call_later'],
		},
		campaign_user: {
			f_id: 'user_12345',
			name: 'Ana García',
			contact: '+525512345678',
			context: 'Debe $1,200 desde mayo',
		},
	};
}

const campaign = { id: 1234, name: 'Reactivación Q2', iteration: 1 };
const figures = {
	calls: 1820,
	callsAnsweredByHuman: 945,
	contacts: 2000,
	contactsConverted: 312,
};

/** A believable event of the given name; any other name gets an envelope without data. */
export function sampleEvent(name: string): WebhookEvent {
	if (name === 'on_call_end') return callEnd();
	if (name === 'campaign.cycle_completed') {
		return cycleCompletedEvent({ ...campaign, status: 'cooldown' }, Date.now() + 43_200_000);
	}
	const event = statusChangedEvent({ ...campaign, status: 'finished' }, 'cooldown', figures);
	return { ...event, event_type: name };
}
