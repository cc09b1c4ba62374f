import type { IDataObject } from 'n8n-workflow';
import { asObject, plainText } from '../shared/values/json';

/** What an ended call must be to start the workflow; an empty list takes all. */
export interface CallFilter {
	answeredBy: string[];
	callStatuses: string[];
	direction: string[];
	tags: string[];
}

/** An expression that comes out empty chooses nothing, which means all; not what has no name. */
export const listOf = (value: unknown): string[] =>
	[value ?? []]
		.flat()
		.map((one) => (plainText(one) ?? '').trim())
		.filter(Boolean);

/** The trigger's options about ended calls. Tags may be a list, or text with commas. */
export const callFilterOf = (options: IDataObject): CallFilter => ({
	answeredBy: listOf(options.answeredBy),
	callStatuses: listOf(options.callStatuses),
	direction: listOf(options.direction),
	tags: listOf(options.tags)
		.flatMap((tag) => tag.split(','))
		.map(folded)
		.filter(Boolean),
});

/** People write tags by hand: letter case and how an accent is typed make no other tag. */
function folded(tag: string): string {
	return tag.normalize('NFC').trim().toLowerCase();
}

/** In events tags are names; elsewhere Altur has objects with a name. */
const tagsOf = (event: IDataObject): string[] =>
	[asObject(event.end_user).tags ?? []]
		.flat()
		.map((tag) => folded(plainText(tag) ?? plainText(asObject(tag).name) ?? ''));

const isAmong = (wanted: string[], value: unknown): boolean =>
	wanted.length === 0 || wanted.includes(plainText(value) ?? '');

/** True where an ended call is one that is asked for. Source: Altur's page on on_call_end. */
export function isCallWanted(event: IDataObject, filter: CallFilter): boolean {
	const { answeredBy, callStatuses, direction, tags } = filter;
	return (
		isAmong(answeredBy, event.answered_by) &&
		isAmong(callStatuses, event.status) &&
		isAmong(direction, event.type) &&
		(tags.length === 0 || tagsOf(event).some((tag) => tags.includes(tag)))
	);
}
