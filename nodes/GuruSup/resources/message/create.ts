import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/contract/operation';
import type { Reader } from '../../../shared/contract/reader';
import { present } from '../../../shared/values/json';
import { messageFields } from './fields';

/** As typed: the white space around a text may be meant. */
function bodyOf(read: Reader): string {
	read.text('body');
	return read.optionalText('body');
}

/** Nothing, null and an empty list all say that the system made no reply: still one item. */
const replyOf = (body: unknown): IDataObject | IDataObject[] =>
	!body || (Array.isArray(body) && body.length === 0) ? {} : (body as IDataObject);

/** Source: GuruSup's page, "POST /messages". Which fields are required is an assumption of ours. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a message',
		description: "Store a message in a thread, and get the system's reply to it if there is one",
	},
	repeat: 'never',
	mayAnswerNothing: true,
	properties: messageFields,
	request: (read) => {
		const more = read.within('additionalFields');
		return {
			method: 'POST',
			url: '/messages',
			body: present({
				body: bodyOf(read),
				user_fid: read.text('userFid'),
				thread_fid: read.text('threadFid'),
				lang: more.optionalText('lang').trim(),
				subject: more.optionalText('subject'),
				// Sent as false when it is not set; an assumption of ours.
				is_customer_support_agent: more.flag('isCustomerSupportAgent'),
			}),
		};
	},
	output: replyOf,
};
