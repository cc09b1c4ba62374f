import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import type { Reader } from '../../../shared/contract/reader';
import { present } from '../../../shared/values/json';
import { isTimezone } from '../../../shared/values/timezone';
import { schedulingOf } from './scheduling';

const LONGEST_NAME = 255;

/** A campaign's name within Altur's limit; empty text where none is set. */
export function nameOf(read: Reader): string {
	const name = read.optionalText('name').trim();
	const { length } = [...name];
	if (length <= LONGEST_NAME) return name;
	throw new BadInput(
		read.label('name'),
		`has ${length} characters; Altur takes at most ${LONGEST_NAME}`,
	);
}

function timezoneOf(read: Reader): string {
	const timezone = read.optionalText('timezone').trim();
	if (timezone === '' || isTimezone(timezone)) return timezone;
	throw new BadInput(
		read.label('timezone'),
		`"${timezone.slice(0, 40)}" is not a valid time zone, like America/Mexico_City`,
	);
}

/** The optional parts of a campaign in Altur's names and within its limits; only those that are set. */
export function planOf(read: Reader): IDataObject {
	const count = (name: string, min: number, max: number) =>
		read.has(name) ? read.count(name, min, max) : undefined;
	return present({
		description: read.optionalText('description'),
		timezone: timezoneOf(read),
		retries: count('retries', 0, 5),
		message_limit: count('messageLimit', 1, 10_000),
		first_message: read.optionalText('firstMessage'),
		template: read.optionalText('template').trim(),
		template_alt: read.optionalText('templateAlt').trim(),
		scheduling: schedulingOf(read),
	});
}
