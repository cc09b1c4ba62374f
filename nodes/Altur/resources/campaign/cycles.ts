import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import type { Reader } from '../../../shared/contract/reader';
import { rangeOf } from '../../../shared/values/dates';
import { present } from '../../../shared/values/json';
import { partsOf } from '../../../shared/values/read';
import { refuseImmutable } from './immutable';
import { schedulingOf } from './scheduling';

/** Altur states no limits for these two. */
const MOST = 1_000_000;

const SCHEDULED_ONLY = ['schedule', 'scheduleStartDate', 'scheduleEndDate'];

/** A date alone; that Altur takes the two in this form is an assumption of ours. */
const dayOf = (moment?: string) => moment?.slice(0, 'YYYY-MM-DD'.length);

/** What may be changed later, in Altur's names; only what is set. */
function changeable(fields: Reader): IDataObject {
	const count = (name: string) => (fields.has(name) ? fields.count(name, 0, MOST) : undefined);
	const list = (name: string) => (fields.has(name) ? partsOf(fields, name, /,/) : undefined);
	const { start, end } = rangeOf(fields, 'scheduleStartDate', 'scheduleEndDate');
	return present({
		max_iterations: count('maxIterations'),
		cooldown_minutes: count('cooldownMinutes'),
		filter_statuses: list('filterStatuses'),
		filter_tags: list('filterTags'),
		schedule: schedulingOf(fields, 'schedule'),
		schedule_start_date: dayOf(start),
		schedule_end_date: dayOf(end),
	});
}

const unlessEmpty = (cycles: IDataObject): IDataObject | undefined =>
	Object.keys(cycles).length > 0 ? cycles : undefined;

function modeOf(fields: Reader): string | undefined {
	const mode = fields.optionalText('mode').trim();
	if (['', 'cooldown', 'scheduled'].includes(mode)) return mode || undefined;
	throw new BadInput(
		fields.label('mode'),
		`"${mode.slice(0, 40)}" is not a mode; the values are cooldown and scheduled`,
	);
}

const NAMES: Record<string, string> = {
	max_iterations: 'maxIterations',
	cooldown_minutes: 'cooldownMinutes',
	filter_statuses: 'filterStatuses',
	filter_tags: 'filterTags',
	schedule: 'schedule',
	schedule_start_date: 'scheduleStartDate',
	schedule_end_date: 'scheduleEndDate',
	mode: 'mode',
};

/** The `cycles` of a new campaign; nothing where nothing is set. */
export function newCycles(read: Reader): IDataObject | undefined {
	const fields = read.within('cycles');
	const enabled = fields.isSet('enabled') ? fields.flag('enabled') : undefined;
	const mode = modeOf(fields);
	const rest = changeable(fields);
	const [first] = Object.keys({ ...rest, ...(mode ? { mode } : {}) });
	// Altur would ignore the block without a word, and cycles can be switched on at creation alone.
	if (enabled === undefined && first !== undefined) {
		throw new BadInput(
			fields.label(NAMES[first]),
			'Altur ignores it unless Cycles › Enabled is there and on; add Enabled',
		);
	}
	const scheduled = SCHEDULED_ONLY.find((name) =>
		Object.keys(rest).some((key) => NAMES[key] === name),
	);
	if (scheduled !== undefined && mode !== 'scheduled') {
		throw new BadInput(
			fields.label(scheduled),
			'Altur takes it only where Cycles › Mode is Scheduled',
		);
	}
	return unlessEmpty(present({ enabled, mode, ...rest }));
}

/** What changes of a campaign's `cycles`; nothing where nothing does. */
export function changedCycles(read: Reader): IDataObject | undefined {
	const fields = read.within('cycles');
	refuseImmutable(fields, ['enabled', 'mode']);
	return unlessEmpty(changeable(fields));
}
