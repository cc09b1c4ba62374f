import type { IDataObject } from 'n8n-workflow';
import type { Reader } from '../../../shared/contract/reader';
import { present } from '../../../shared/values/json';
import { cyclesOf } from './cycles';
import { schedulingOf } from './scheduling';

const MOST = 1_000_000;

/** The optional parts of a campaign in Altur's names; only those that are set. */
export function planOf(read: Reader): IDataObject {
	const count = (name: string) => (read.has(name) ? read.count(name, 0, MOST) : undefined);
	return present({
		description: read.optionalText('description'),
		timezone: read.optionalText('timezone').trim(),
		retries: count('retries'),
		message_limit: count('messageLimit'),
		first_message: read.optionalText('firstMessage'),
		template: read.optionalText('template').trim(),
		template_alt: read.optionalText('templateAlt').trim(),
		scheduling: schedulingOf(read),
		cycles: cyclesOf(read),
	});
}
