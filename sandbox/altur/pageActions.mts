import type { Action, Field } from '../page/grammar.mts';
import { receiverField } from '../page/receiverField.mts';
import type { Account } from './account.mts';

const events = ['on_call_end', 'campaign.status_changed', 'campaign.cycle_completed'];

const choices = (values: string[]): Field['choices'] =>
	values.map((value) => ({ label: value, value }));

/** What can be done to an account from the page. */
export function actionsFor({ webhooks }: Account): Action[] {
	const [url = ''] = webhooks.settings.urls;
	return [
		{
			id: 'webhook',
			label: 'Set webhook',
			explanation: 'Where events go from now on, also the ends of calls placed from now on.',
			path: 'altur/webhook',
			fields: [receiverField(url, 'nobody')],
			done: 'Events go there from now on.',
		},
		{
			id: 'sendEvent',
			label: 'Send event',
			explanation: 'A sample of an event goes out at once and is not repeated.',
			path: 'altur/events',
			fields: [
				receiverField(url, 'the webhook that is set'),
				{ name: 'event', label: 'Event', kind: 'choice', choices: choices(events) },
				{
					name: 'signature',
					label: 'Signature',
					kind: 'choice',
					choices: choices(['valid', 'wrong', 'none']),
				},
			],
			done: 'The event was sent.',
		},
	];
}
