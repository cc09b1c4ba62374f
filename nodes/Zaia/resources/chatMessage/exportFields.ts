import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import { momentOf } from '../../../shared/values/dates';
import type { Reader } from '../../../shared/contract/reader';
import { language } from '../../fields';

export const rangeStart: INodeProperties = {
	displayName: 'Range Start',
	name: 'rangeStart',
	type: 'dateTime',
	default: '',
	description:
		"First moment of the period. Without an offset it is in the workflow's time zone. Empty: sent as null, which leaves the start to Zaia.",
};

export const exportFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		language,
		{
			displayName: 'Range End',
			name: 'rangeEnd',
			type: 'dateTime',
			default: '',
			description:
				"Last moment of the period. Without an offset it is in the workflow's time zone; a day without a time counts to its end. Empty: now.",
		},
	],
};

/**
 * What an export asks for besides its address: the start's key must be there and may be null, the others
 * are not sent where they are empty. Source: Zaia's page "Chat Messages", POST /api/v1/chat-messages/export.
 */
export function exportBody(read: Reader): IDataObject {
	const more = read.within('additionalFields');
	const start = momentOf(read, 'rangeStart');
	const end = momentOf(more, 'rangeEnd', 'end');
	if (start && end && Date.parse(start) > Date.parse(end)) {
		throw new BadInput(read.label('rangeStart'), `is after ${more.label('rangeEnd')}`);
	}
	return {
		rangeStart: start ?? null,
		...(end ? { rangeEnd: end } : {}),
		...(more.has('language') ? { language: more.text('language') } : {}),
	};
}

/** Zaia's errors have a `message` too, but with a `code` and `feedback`. Source: its reference. */
export const isExportAccepted = (body: IDataObject): boolean =>
	Object.keys(body).length > 0 && body.code === undefined && body.feedback === undefined;
