import type { Action, Cell, Row, Table, Tone } from '../page/grammar.mts';
import { lasting } from '../page/lasting.mts';
import type { Entry } from '../shared/latest.mts';
import type { Account } from './account.mts';
import type { Call } from './calls.mts';
import type { CallStatus } from './callScript.mts';

const endings: CallStatus[] = ['ended', 'busy', 'no-answer', 'failed'];

const toneOf = (status: CallStatus, isOver: boolean): Tone => {
	if (!isOver) return 'busy';
	return status === 'ended' ? 'good' : 'bad';
};

const hangUp: Action = {
	id: 'endCall',
	label: 'End call',
	explanation: 'Hangs up at once.',
	path: 'altur/calls',
	fields: [
		{
			name: 'status',
			label: 'It ends as',
			kind: 'choice',
			choices: endings.map((status) => ({ label: status, value: status })),
		},
	],
	done: 'The call is over.',
};

function timesCell(times: number): Cell {
	return times > 1 ? { text: `${times} times`, tone: 'bad' } : 'once';
}

function rowOf({ calls, campaigns, around }: Account, { n, at, item: call }: Entry<Call>): Row {
	const { status, isOver, answeredBy } = calls.state(call);
	const times = around.dialled.times(call.number);
	const campaign = call.campaign && campaigns.find(call.campaign.campaignId);
	return {
		id: String(n),
		cells: [
			{ at },
			call.number,
			timesCell(times),
			call.thread.endUser.display_name,
			call.thread.agent.name,
			campaign?.name ?? '',
			{ text: status, tone: toneOf(status, isOver) },
			answeredBy ?? '',
			lasting(calls.secondsLasted(call)),
		],
		standsOut: times > 1,
		...(isOver ? {} : { order: { path: `altur/calls/${call.id}/end`, about: call.number } }),
	};
}

/** The latest calls, ringing and ended. */
export function callsTable(account: Account): Table {
	const { latest } = account.calls;
	return {
		id: 'calls',
		title: 'Calls',
		columns: [
			'Time',
			'Number',
			'Dialled',
			'End user',
			'Agent',
			'Campaign',
			'Status',
			'Answered by',
			'Lasted',
		],
		rows: latest.list().map((entry) => rowOf(account, entry)),
		total: latest.total,
		empty: 'No phone rang yet.',
		action: hangUp,
	};
}
