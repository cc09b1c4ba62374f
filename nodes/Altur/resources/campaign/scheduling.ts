import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import { kindOf, plainText } from '../../../shared/values/json';
import type { Reader } from '../../../shared/contract/reader';

/** In the week's order, which is easier to read than the alphabet's. */
const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const keyOf = (day: string): string => day.slice(0, 3).toLowerCase();
const KEYS = WEEK.map(keyOf);

const OFF = { startTime: '09:00', stopTime: '18:00', active: false };

/** The hours of a week as a form. */
export const hoursField = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Hours',
	default: {},
	options: [
		{
			displayName: 'Hours',
			name: 'hours',
			values: [
				{
					displayName: 'Days',
					name: 'days',
					type: 'multiOptions',
					default: ['mon', 'tue', 'wed', 'thu', 'fri'],
					options: WEEK.map((name) => ({ name, value: keyOf(name) })),
					description: 'Weekdays to which these hours apply',
				},
				{
					displayName: 'From',
					name: 'startTime',
					type: 'string',
					default: '09:00',
					placeholder: 'e.g. 09:00',
					description: 'First time of day, in the time zone of the campaign',
				},
				{
					displayName: 'To',
					name: 'stopTime',
					type: 'string',
					default: '18:00',
					placeholder: 'e.g. 18:00',
					description: 'Last time of day, in the time zone of the campaign',
				},
			],
		},
	],
});

export const schedulingField: INodeProperties = {
	...hoursField('Scheduling', 'scheduling'),
	description:
		'When Altur may reach out. Weekdays that are not named here are switched off; without any hours here Altur decides.',
};

/** Says what is wrong, by the title of the field. */
type Refuse = (reason: string) => never;

function timeOf(value: unknown, refuse: Refuse): string {
	const text = (plainText(value) ?? kindOf(value)).trim();
	const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
	if (!(Number(hour) < 24 && Number(minute) < 60)) {
		return refuse(`"${text.slice(0, 40)}" is no time of day; write it like 09:00`);
	}
	return `${hour.padStart(2, '0')}:${minute}`;
}

function addHours(week: Map<string, IDataObject>, hours: IDataObject, refuse: Refuse): void {
	const startTime = timeOf(hours.startTime ?? '09:00', refuse);
	const stopTime = timeOf(hours.stopTime ?? '18:00', refuse);
	if (startTime >= stopTime) refuse(`From ${startTime} is not before To ${stopTime}`);
	const days = [hours.days ?? KEYS.slice(0, 5)].flat().map((day) => plainText(day) ?? kindOf(day));
	for (const day of days) {
		if (!KEYS.includes(day))
			refuse(`"${day.slice(0, 40)}" is no weekday; the values are ${KEYS.join(', ')}`);
		if (week.has(day)) refuse(`${WEEK[KEYS.indexOf(day)]} is named twice`);
		week.set(day, { startTime, stopTime, active: true });
	}
}

/**
 * Altur's `{mon: {startTime, stopTime, active}, …}`; nothing where no hours are set. All seven days go
 * out: what Altur makes of a missing one is not documented, and a wrong guess rings on a Sunday.
 */
export function schedulingOf(read: Reader, name = 'scheduling'): IDataObject | undefined {
	const value = (read.has(name) ? read.raw(name) : {}) as IDataObject;
	const refuse = (reason: string): never => {
		throw new BadInput(read.label(name), reason);
	};
	const entries = [value.hours ?? []].flat() as IDataObject[];
	if (entries.length === 0) return undefined;
	const week = new Map<string, IDataObject>();
	for (const hours of entries) addHours(week, hours, refuse);
	return Object.fromEntries(KEYS.map((key) => [key, week.get(key) ?? OFF]));
}
