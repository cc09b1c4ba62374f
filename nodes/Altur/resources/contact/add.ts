import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import type { VendorRequest } from '../../../shared/contract/request';
import { lineOf } from '../../../shared/calls/line';
import { phoneNumberOf } from '../../../shared/calls/phoneNumber';
import type { Reader } from '../../../shared/contract/reader';
import { present } from '../../../shared/values/json';
import { textOrJson } from '../../../shared/values/read';
import { countedId } from '../../ids';
import { addFields, addOptions } from './addFields';
import { extractedDataOf } from './extractedData';
import { hintOf, resultsOf, sameLine, tellsOfContacts } from './results';

function ifDuplicateOf(read: Reader): string {
	const options = read.within('options');
	const value = options.optionalText('ifDuplicate') || 'skip';
	if (['skip', 'update'].includes(value)) return value;
	throw new BadInput(options.label('ifDuplicate'), `"${value}" is neither skip nor update`);
}

/** An assumption of ours: Altur names no limit of a request's size; many servers take a megabyte. */
const MOST_BYTES = 1_000_000;

const contactsIn = ({ body }: VendorRequest): IDataObject[] => body?.contacts as IDataObject[];

/** Source: Altur's page "POST /campaigns/{id}/contacts": up to 1,000 contacts and an optional Idempotency-Key. */
export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add contacts to a campaign',
		description:
			'Put people on the list of a campaign, up to 1,000 rows in one request. An active campaign goes on to reach them.',
	},
	repeat: 'keyed',
	endsRun: [401, 402],
	isAcceptance: tellsOfContacts,
	properties: addFields,
	options: addOptions,
	request: (read) => {
		const phoneNumber = phoneNumberOf(read);
		const more = read.within('additionalFields');
		const contact = present({
			contact: phoneNumber,
			name: more.optionalText('name'),
			// Altur's context of a contact is text.
			context: textOrJson(more, 'context'),
			extracted_data: extractedDataOf(more),
			f_id: more.optionalText('externalId').trim(),
		});
		return {
			method: 'POST',
			url: `/campaigns/${countedId(read, 'campaignId')}/contacts`,
			phoneNumber,
			line: lineOf(phoneNumber),
			body: { if_duplicate: ifDuplicateOf(read), contacts: [contact] },
		};
	},
	bundle: {
		largest: 1000,
		mostBytes: MOST_BYTES,
		group: ({ url, body }) => `${url} ${String(body?.if_duplicate)}`,
		join: (requests) => {
			const [{ method, url, body }] = requests;
			return { method, url, body: { ...body, contacts: requests.flatMap(contactsIn) } };
		},
		keyHeader: 'Idempotency-Key',
		results: resultsOf,
		sameLine,
		hint: hintOf,
		failed: ({ message }) => ({ status: 'failed', reason: message }),
	},
	adviceOn: ({ status }) =>
		status === 413
			? 'This row alone is more than Altur takes in one request. Shorten Context or Extracted Data.'
			: undefined,
};
