// @ts-check
import { content, counted } from './cell.mjs';
import { element, say } from './element.mjs';

/**
 * @import { Action, Row, Table } from '../grammar.mts'
 * @typedef {(action: Action, order: NonNullable<Row['order']>) => void} Ask
 * @typedef {{ line: HTMLTableRowElement, shown: string, row: Row }} Kept
 */

/** Names and phone numbers, that are not to be broken over lines. */
const mostShort = 20;

/**
 * A table that stands on the page and is brought up to date row by row: what somebody has selected
 * or is about to press stays where it is.
 * @param {string} id
 * @param {Table} first
 * @param {Ask} ask
 */
export function tableOf(id, first, ask) {
	// The roles hold where a narrow screen shows rows as cards.
	const title = element('h3', { id });
	const caption = element('caption');
	const columns = [...first.columns, ...(first.action ? ['Action'] : [])];
	const heads = columns.map((name) => element('th', { scope: 'col', role: 'columnheader' }, name));
	const lines = element('tbody', { role: 'rowgroup' });
	const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads));
	const table = element('table', { role: 'table' }, caption, head, lines);
	const frame = element(
		'div',
		{ class: 'frame', tabindex: '0', role: 'region', 'aria-labelledby': id },
		table,
	);
	const empty = element('p', { class: 'empty' });
	const whole = element('section', { class: 'table' }, title, empty, frame);
	/** @type {Map<string, Kept>} */
	const kept = new Map();
	/** @type {Action | undefined} */
	let action;

	/** What a cell of a row is made of; the last one may hold a button. @param {Row} row @param {number} index */
	const made = ({ cells, order }, index) =>
		index < cells.length ? cells[index] : order && action && [action.label, order.about];

	/** @param {Kept} known */
	function buttonOf(known) {
		const { order } = known.row;
		if (!action || !order) return [];
		const label = { type: 'button', 'aria-label': `${action.label}: ${order.about}` };
		const button = element('button', label, action.label);
		button.addEventListener('click', () => {
			if (action && known.row.order) ask(action, known.row.order);
		});
		return [button];
	}

	/** @param {Kept} known @param {HTMLTableCellElement} cell @param {number} index */
	function fill(known, cell, index) {
		if (cell.contains(document.activeElement)) frame.focus();
		const value = known.row.cells[index];
		cell.classList.toggle('short', typeof value === 'string' && value.length <= mostShort);
		const parts = value === undefined ? buttonOf(known) : [content(value)];
		cell.replaceChildren(...parts);
	}

	/** @param {Row} row @returns {Kept} */
	function added(row) {
		const cells = columns.map((name) => element('td', { role: 'cell', 'data-column': name }));
		const line = element('tr', { role: 'row' }, ...cells);
		const known = { line, shown: '', row };
		cells.forEach((cell, index) => fill(known, cell, index));
		kept.set(row.id, known);
		return known;
	}

	/** @param {Kept} known @param {Row} row */
	function update(known, row) {
		const before = known.row;
		known.row = row;
		Array.from(known.line.cells).forEach((cell, index) => {
			const isSame = JSON.stringify(made(before, index)) === JSON.stringify(made(row, index));
			if (!isSame) fill(known, cell, index);
		});
	}

	/** @param {Row[]} rows */
	function showRows(rows) {
		const ids = new Set(rows.map((row) => row.id));
		for (const [rowId, { line }] of kept) {
			if (ids.has(rowId)) continue;
			line.remove();
			kept.delete(rowId);
		}
		let next = lines.firstElementChild;
		for (const row of rows) {
			const known = kept.get(row.id) ?? added(row);
			const text = JSON.stringify(row);
			if (known.shown !== '' && known.shown !== text) update(known, row);
			known.shown = text;
			known.line.classList.toggle('standsOut', row.standsOut === true);
			if (known.line === next) next = next.nextElementSibling;
			else lines.insertBefore(known.line, next);
		}
	}

	/** @param {Table} now */
	function show(now) {
		const { rows, total } = now;
		action = now.action;
		const some =
			rows.length < total ? `the latest ${rows.length} of ${counted(total)}` : counted(total);
		say(title, `${now.title} (${some})`);
		say(caption, `${now.title}, the newest first`);
		say(empty, now.empty);
		empty.hidden = rows.length > 0;
		frame.hidden = rows.length === 0;
		showRows(rows);
	}

	return { whole, show };
}
