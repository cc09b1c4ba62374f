import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Reader } from '../../../shared/contract/reader';
import { present } from '../../../shared/values/json';
import { partsOf } from '../../../shared/values/read';
import { contactStatuses } from '../contact/statuses';

/** Repeating a campaign as a form. Altur's `cycles.schedule` is not in it: its shape is not documented. */
export const cyclesField: INodeProperties = {
	displayName: 'Cycles',
	name: 'cycles',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'Whether and how Altur goes through the contacts again after a pause',
	options: [
		{
			displayName: 'Cooldown Minutes',
			name: 'cooldownMinutes',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 60,
			description: 'How long Altur waits between two cycles',
		},
		{
			displayName: 'Enabled',
			name: 'enabled',
			type: 'boolean',
			default: true,
			description: 'Whether the campaign repeats',
		},
		{
			displayName: 'Filter Statuses',
			name: 'filterStatuses',
			type: 'multiOptions',
			default: [],
			options: contactStatuses,
			description: 'Only contacts in these states take part in the next cycle',
		},
		{
			displayName: 'Filter Tags',
			name: 'filterTags',
			type: 'string',
			default: '',
			placeholder: 'e.g. call_later, payment_promise',
			description: 'Only contacts with these tags take part in the next cycle; separated by commas',
		},
		{
			displayName: 'Max Iterations',
			name: 'maxIterations',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 3,
			description: 'The most cycles Altur runs',
		},
	],
};

const MOST = 1_000_000;

/** Altur's `cycles`, with only what is set; nothing where nothing is. */
export function cyclesOf(read: Reader): IDataObject | undefined {
	const fields = read.within('cycles');
	const count = (name: string) => (fields.has(name) ? fields.count(name, 0, MOST) : undefined);
	const list = (name: string) => (fields.has(name) ? partsOf(fields, name, /,/) : undefined);
	const cycles = present({
		enabled: fields.isSet('enabled') ? fields.flag('enabled') : undefined,
		max_iterations: count('maxIterations'),
		cooldown_minutes: count('cooldownMinutes'),
		filter_statuses: list('filterStatuses'),
		filter_tags: list('filterTags'),
	});
	return Object.keys(cycles).length > 0 ? cycles : undefined;
}
