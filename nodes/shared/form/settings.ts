import type { INodeProperties } from 'n8n-workflow';
import type { Operation, Vendor } from '../contract/operation';
import type { Reader } from '../contract/reader';
import type { Settings } from '../contract/settings';

/** The engine's entries of the "Options" collection; every action node has them. */
export function settingsFields(vendor: Vendor, operation: Operation): INodeProperties[] {
	const defaults: Record<string, number> = {
		requestsPerSecond: vendor.requestsPerSecond,
		timeoutSeconds: defaultTimeout(operation),
	};
	const fields: INodeProperties[] = [
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 500 },
			default: 5,
			description:
				operation.concurrency ??
				'How many rows may be under way at once. The next row starts as soon as one ends.',
		},
		{
			displayName: 'Max Retries',
			name: 'maxRetries',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 20 },
			default: 3,
			description:
				operation.repeat === 'never'
					? `How often to try again after ${vendor.name} answered "too many requests". A request that may have gone through is never sent again.`
					: 'How often to try again after "too many requests", a lost connection or a passing fault of the server',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description: `Starts no more requests a second than this, counted over everything in this n8n process that uses the same ${vendor.name} account. 0 means no limit.`,
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 3600 },
			default: 30,
			description:
				'How long to wait for the whole answer. A file may take longer, as long as it keeps arriving.',
		},
	];
	return fields.map((field) => ({ ...field, default: defaults[field.name] ?? field.default }));
}

const defaultTimeout = (operation: Operation): number => (operation.repeat === 'safe' ? 30 : 120);

/** Reads the engine's options, with the defaults for those not added. */
export function settingsOf(read: Reader, vendor: Vendor, operation: Operation): Settings {
	const options = read.within('options');
	const count = (name: string, fallback: number, min: number, max: number) =>
		options.has(name) ? options.count(name, min, max) : fallback;
	return {
		concurrency: count('concurrency', 5, 1, 500),
		requestsPerSecond: options.has('requestsPerSecond')
			? options.amount('requestsPerSecond')
			: vendor.requestsPerSecond,
		timeoutMs: count('timeoutSeconds', defaultTimeout(operation), 1, 3600) * 1000,
		maxRetries: count('maxRetries', 3, 0, 20),
	};
}
