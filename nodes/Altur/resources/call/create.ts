import type { Operation } from '../../../shared/contract/operation';
import { lineOf } from '../../../shared/calls/line';
import { phoneNumberOf } from '../../../shared/calls/phoneNumber';
import { hasId, present } from '../../../shared/values/json';
import { textOrObject, uuid } from '../../../shared/values/read';
import { agent, realPeople } from '../../fields';
import { campaignOf } from '../../../shared/calls/campaignName';
import { callingHoursOf } from '../../../shared/calls/callingHours';
import { callFields, callOptions } from './fields';
import { gates } from './gates';

/** Source: Altur's page "POST /call". The answer comes before the phone rings and carries no number. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Place a call',
		description: 'Ring a phone number and let an agent talk. Rings a real phone.',
	},
	repeat: 'never',
	isAcceptance: hasId,
	outcome: 'placed',
	past: 'called',
	endsRun: [401, 402],
	properties: [
		realPeople(
			'Rings a real phone for every row that comes in. Try one row with your own number first, or add Check Only under Options.',
		),
		agent,
		...callFields,
	],
	options: callOptions,
	gates,
	request: (read) => {
		callingHoursOf(read);
		campaignOf(read);
		const phoneNumber = phoneNumberOf(read);
		const more = read.within('additionalFields');
		return {
			method: 'POST',
			url: '/call',
			phoneNumber,
			line: lineOf(phoneNumber),
			body: present({
				agent_id: uuid(read, 'agentId'),
				phone_number_to: phoneNumber,
				end_user_display_name: more.optionalText('displayName'),
				end_user_context: textOrObject(more, 'context'),
				initial_message: more.optionalText('initialMessage'),
			}),
		};
	},
};
