import type { INodeProperties } from 'n8n-workflow';
import { contactStatuses } from '../contact/statuses';
import { immutable } from './immutable';
import { hoursField } from './scheduling';

const changeable: INodeProperties[] = [
	{
		displayName: 'Cooldown Minutes',
		name: 'cooldownMinutes',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'How long Altur waits between two cycles',
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
	{
		...hoursField('Schedule', 'schedule'),
		description:
			'Mode Scheduled only: in which hours of the week cycles run. Weekdays that are not named here are switched off.',
	},
	{
		displayName: 'Schedule End Date',
		name: 'scheduleEndDate',
		type: 'dateTime',
		default: '',
		description: 'Mode Scheduled only: the last day of the schedule; its time of day is not sent',
	},
	{
		displayName: 'Schedule Start Date',
		name: 'scheduleStartDate',
		type: 'dateTime',
		default: '',
		description: 'Mode Scheduled only: the first day of the schedule; its time of day is not sent',
	},
];

const atCreation: INodeProperties[] = [
	{
		displayName: 'Enabled',
		name: 'enabled',
		type: 'boolean',
		default: true,
		description:
			'Whether the campaign repeats. Altur switches it on at creation alone, and ignores the other fields of Cycles without it.',
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		default: 'cooldown',
		options: [
			{ name: 'Cooldown', value: 'cooldown', description: 'Again after Cooldown Minutes' },
			{ name: 'Scheduled', value: 'scheduled', description: 'Again at the hours of Schedule' },
		],
		description: 'When the next cycle begins. Altur never changes it after creation.',
	},
];

const byTitle = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en');

const cycles = (description: string, options: INodeProperties[]): INodeProperties => ({
	displayName: 'Cycles',
	name: 'cycles',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description,
	options: options.sort(byTitle),
});

/** Repeating a campaign, as Create has it. */
export const newCyclesField = cycles(
	'Whether and how Altur goes through the contacts again after a pause. Phone calls only.',
	[...changeable, ...atCreation],
);

/** The same as Update has it. */
export const changedCyclesField = cycles(
	'How Altur goes through the contacts again, where the campaign was created with Cycles enabled. Phone calls only.',
	[...changeable, immutable('Enabled', 'enabled'), immutable('Mode', 'mode')],
);
