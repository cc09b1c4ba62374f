import type { IWebhookFunctions } from 'n8n-workflow';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** The seed says "event type" without naming its field: the names that webhooks commonly give it. */
const EVENT_FIELDS = ['event', 'event_type', 'eventType', 'type'];

const partOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;

/** The key a request shows, or nothing where it shows none or several: Node would join those to one text. */
export function keyShown({ headersDistinct, headers }: Request): string {
	const lines = headersDistinct?.['x-api-key'] ?? [headers['x-api-key']].flat();
	return lines.length === 1 ? (lines[0] ?? '') : '';
}

/** Names typed as a list or as text with commas. */
export function namesOf(typed: unknown): string[] {
	const names = Array.isArray(typed) ? typed : String(typed ?? '').split(',');
	return names.map((name) => String(name).trim().toLowerCase()).filter(Boolean);
}

/** True where an event of the delivery has one of the names; without names, always. */
export function isWanted(json: unknown, names: string[]): boolean {
	if (names.length === 0) return true;
	return (Array.isArray(json) ? json : [json]).some((event) =>
		EVENT_FIELDS.some((field) => {
			const value = partOf(event, field);
			return typeof value === 'string' && names.includes(value.trim().toLowerCase());
		}),
	);
}
