import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../../../shared/failure';
import type { Operation } from '../../../shared/operation';
import type { Reader } from '../../../shared/reader';
import { present } from '../../../shared/values';
import { messageFields } from './fields';

/** As typed: the white space around a text may be meant. */
function bodyOf(read: Reader): string {
	read.text('body');
	return read.optionalText('body');
}

/** Sent as false when it is not set; an assumption of ours. A value that is neither must not pass for false. */
function isAgent(read: Reader): boolean {
	const name = 'isCustomerSupportAgent';
	if (!read.has(name)) return false;
	if (['true', 'false'].includes(String(read.raw(name)))) return read.flag(name);
	throw new BadInput(read.label(name), 'must be true or false');
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
				is_customer_support_agent: isAgent(more),
			}),
		};
	},
	output: replyOf,
};
