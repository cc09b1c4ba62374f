import { addressShown } from '../page/discreet.mts';
import { eventsTable } from '../page/events.mts';
import type { Action, Shown, Table } from '../page/grammar.mts';
import { chats } from './conversations.mts';
import type { Workspace } from './workspace.mts';

const chatNames = new Map(chats.map(({ id, name }) => [id, name]));

const deliver: Action = {
	id: 'deliver',
	label: 'Deliver',
	explanation: 'Posts the export’s file to its receiver at once, also if it was posted before.',
	path: 'zaia/deliver',
	fields: [],
	done: 'The export was delivered.',
};

const delivery: Action = {
	id: 'delivery',
	label: 'Export delivery',
	explanation: 'How exports asked for from now on are delivered.',
	path: 'zaia/exports',
	fields: [
		{
			name: 'when',
			label: 'When',
			kind: 'choice',
			choices: [
				{ label: 'soon after they were asked for', value: 'later' },
				{ label: 'only on demand, here', value: 'held' },
			],
		},
		{
			name: 'format',
			label: 'Format',
			kind: 'choice',
			choices: ['json', 'csv', 'pdf', 'form'].map((value) => ({ label: value, value })),
		},
	],
	done: 'Exports are delivered like this from now on.',
};

function messagesTable({ sent }: Workspace): Table {
	return {
		id: 'messages',
		title: 'Messages sent here',
		columns: ['Time', 'Chat', 'Written by', 'Text'],
		rows: sent.list().map(({ n, at, item: { chatId, role, content } }) => ({
			id: String(n),
			cells: [{ at }, chatNames.get(chatId) ?? chatId, role, content],
		})),
		total: sent.total,
		empty: 'Nobody wrote yet.',
	};
}

function exportsTable({ exports: { latestAsked } }: Workspace): Table {
	return {
		id: 'exports',
		title: 'Exports asked for',
		columns: ['Time', 'Receiver', 'From', 'Until', 'Language'],
		rows: latestAsked.list().map(({ n, at, item }) => ({
			id: String(n),
			cells: [
				{ at },
				addressShown(item.callbackUrl),
				item.rangeStart ?? 'the beginning',
				item.rangeEnd ?? 'now',
				item.language,
			],
			order: { path: deliver.path, body: { n: n - 1 }, about: `Export ${n}` },
		})),
		total: latestAsked.total,
		empty: 'No export was asked for yet.',
		action: deliver,
	};
}

/** What the page shows of a workspace. */
export function shownWorkspace(workspace: Workspace): Shown {
	const { messages, externalUsers, exports } = workspace;
	return {
		title: 'Zaia',
		figures: [
			{ label: 'Messages', value: messages.length },
			{ label: 'External users', value: externalUsers.length },
			{ label: 'Exports', value: exports.asked.length },
		],
		tables: [
			messagesTable(workspace),
			exportsTable(workspace),
			eventsTable('Files sent', exports.latestDelivered, (made) => ({
				url: made.callbackUrl,
				what: `${made.contentType}, ${made.bytes} bytes`,
				outcome: made.outcome,
			})),
		],
		actions: [delivery],
	};
}
