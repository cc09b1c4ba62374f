import type { Dialled } from '../shared/dialled.mts';
import { keptToShow } from '../shared/latest.mts';
import type { Refusal, Refusals } from '../shared/refusals.mts';
import type { Settings } from '../shared/settings.mts';
import type { Action, Field, Part, Table } from './grammar.mts';

const number = (name: keyof Settings, label: string, { [name]: value }: Settings): Field => ({
	name,
	label,
	kind: 'number',
	value,
});

const actions = (settings: Settings): Action[] => [
	{
		id: 'settings',
		label: 'Settings',
		explanation: 'They hold for all vendors, at once.',
		path: 'settings',
		fields: [
			number('speed', 'Seconds that pass in a real second', settings),
			number('latencyMs', 'Milliseconds an answer takes at least', settings),
			number('maxPerSecond', 'Most requests a second of a vendor; 0: any number', settings),
		],
		done: 'The settings are changed.',
	},
	{
		id: 'heal',
		label: 'Take back failures',
		explanation: 'Failures that were forced and did not strike yet never will.',
		method: 'DELETE',
		path: 'faults',
		fields: [],
		done: 'No failure is waiting any more.',
	},
	{
		id: 'reset',
		label: 'Reset',
		explanation: 'Calls, messages, events, failures and changed settings are forgotten.',
		path: 'reset',
		fields: [],
		done: 'The sandbox is as after its start.',
	},
];

function repeatedTable(dialled: Dialled): Table {
	const repeated = dialled.repeated();
	return {
		id: 'repeated',
		title: 'Dialled more than once',
		columns: ['Number', 'Times dialled'],
		rows: repeated
			.slice(-keptToShow)
			.reverse()
			.map((phone) => ({ id: phone, cells: [phone, dialled.times(phone)], standsOut: true })),
		total: repeated.length,
		empty: 'No number was dialled more than once.',
	};
}

const refusalCells = ({
	vendor,
	method,
	path,
	status,
	words,
}: Refusal): Table['rows'][0]['cells'] => [
	vendor,
	`${method} ${path}`,
	{ text: String(status), tone: 'bad' },
	words || '(nothing)',
];

/** What is the same for all vendors: numbers dialled, requests refused, settings. */
export function sandboxPart(dialled: Dialled, refusals: Refusals, settings: Settings): Part {
	const { latest } = refusals;
	const repeated = dialled.repeated().length;
	const numbers = repeated === 1 ? '1 number was' : `${repeated} numbers were`;
	return {
		name: 'sandbox',
		title: 'All vendors',
		figures: [
			{ label: 'Numbers dialled', value: dialled.numbers },
			{ label: 'Dialled more than once', value: repeated, tone: repeated > 0 ? 'bad' : 'good' },
			{ label: 'Requests refused', value: latest.total },
		],
		notice:
			repeated > 0
				? { text: `${numbers} dialled more than once.`, tone: 'bad' }
				: { text: 'No number was dialled more than once.', tone: 'good' },
		tables: [
			...(repeated > 0 ? [repeatedTable(dialled)] : []),
			{
				id: 'refused',
				title: 'Requests refused or lost',
				columns: ['Time', 'Vendor', 'Request', 'Status', 'In the vendor’s words'],
				rows: latest.list().map(({ n, at, item }) => ({
					id: String(n),
					cells: [{ at }, ...refusalCells(item)],
				})),
				total: latest.total,
				empty: 'Every request was answered as asked.',
			},
		],
		actions: actions(settings),
	};
}
