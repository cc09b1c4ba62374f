import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../shared/values/json';
import { identityAt } from '../shared/webhooks/identity';

const isBlank = (value: unknown): boolean =>
	value === null || (typeof value === 'string' && value.trim() === '');

/**
 * Which fields of an event are filled, however deep, and how many entries its lists have; the values do not
 * count. Step by step, because recursion would overflow on an event that is nested deep.
 */
function fieldsFilled(event: IDataObject): string[] {
	const filled: string[] = [];
	const open: Array<[string[], unknown]> = [[[], event]];
	for (let next = open.pop(); next; next = open.pop()) {
		const [path, value] = next;
		if (typeof value !== 'object' || value === null) {
			if (!isBlank(value)) filled.push(JSON.stringify(path));
			continue;
		}
		for (const [name, part] of Object.entries(value)) open.push([[...path, name], part]);
	}
	return filled.sort();
}

/**
 * What an ended call has come to: an event that says more than an earlier one (a transcript, a recording,
 * tags) or has another result is no repeat of it. Values such as a recording's address may be made anew for each
 * delivery, so they do not count. That Altur delivers an event again with the same fields is an assumption [A].
 */
function contentOf(event: IDataObject): string {
	const { status, answered_by: answeredBy } = event;
	const content = [plainText(status), plainText(answeredBy), ...fieldsFilled(event)];
	return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}

/**
 * What is the same when an event is delivered again: its `event_id`; without one, at a call's end, the call's
 * `id` and what the event carries. Source: Altur's pages on webhooks, for both ids.
 */
export function identityOf(event: IDataObject, rawBody: Buffer | undefined): string | undefined {
	const type = plainText(event.event_type);
	const eventId = identityAt(event, rawBody, ['event_id']);
	if (eventId !== undefined) return [type, eventId].join('\n');
	if (type !== 'on_call_end') return undefined;
	const callId = identityAt(event, rawBody, ['id']);
	return callId && [type, callId, contentOf(event)].join('\n');
}
