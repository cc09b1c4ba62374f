// @ts-check
import { counted } from './cell.mjs';
import { element, say } from './element.mjs';
import { tableOf } from './table.mjs';

/**
 * @import { Action, Figure, Part } from '../grammar.mts'
 * @import { Ask } from './table.mjs'
 */

/** @param {Figure} figure */
const figureOf = ({ label, value, tone }) =>
	element(
		'div',
		{ class: `figure ${tone ?? ''}` },
		element('dt', {}, label),
		element('dd', {}, counted(value)),
	);

/**
 * A part of the page, brought up to date as its vendor changes.
 * @param {Part} first
 * @param {Ask} ask
 */
export function partOf(first, ask) {
	const { name } = first;
	const notice = element('p', { role: 'status' });
	const figures = element('dl', { class: 'figures' });
	const buttons = element('div', {
		class: 'actions',
		role: 'group',
		'aria-label': `${first.title}: orders`,
	});
	const tables = element('div', { class: 'tables' });
	const address = first.prefix
		? [element('p', { class: 'address' }, `Base URL: ${location.origin}${first.prefix}`)]
		: [];
	const title = element('h2', { id: `${name}-title` }, first.title);
	const whole = element(
		'section',
		{ class: 'part', id: name, 'aria-labelledby': `${name}-title` },
		element('div', { class: 'head' }, title, buttons),
		...address,
		notice,
		figures,
		tables,
	);
	/** @type {Map<string, ReturnType<typeof tableOf>>} */
	const known = new Map();
	/** @type {Map<string, Action>} */
	const actions = new Map();
	let shownFigures = '';

	/** @param {Action} action */
	function showAction(action) {
		if (!actions.has(action.id)) {
			const button = element('button', { type: 'button' }, action.label);
			button.addEventListener('click', () => {
				const latest = actions.get(action.id);
				if (latest) ask(latest, { path: latest.path, about: first.title });
			});
			buttons.append(button);
		}
		actions.set(action.id, action);
	}

	/** @param {Part} now */
	function showTables(now) {
		const ids = new Set(now.tables.map(({ id }) => id));
		for (const [id, { whole: gone }] of known) {
			if (ids.has(id)) continue;
			gone.remove();
			known.delete(id);
		}
		now.tables.forEach((table, index) => {
			const shown = known.get(table.id) ?? tableOf(`${name}-${table.id}`, table, ask);
			known.set(table.id, shown);
			shown.show(table);
			const there = tables.children[index] ?? null;
			if (there !== shown.whole) tables.insertBefore(shown.whole, there);
		});
	}

	/** @param {Part} now */
	function show(now) {
		say(notice, now.notice?.text ?? '');
		notice.className = `notice ${now.notice?.tone ?? ''}`;
		notice.hidden = !now.notice;
		const text = JSON.stringify(now.figures);
		if (text !== shownFigures) figures.replaceChildren(...now.figures.map(figureOf));
		shownFigures = text;
		now.actions.forEach(showAction);
		showTables(now);
	}

	return { whole, title: first.title, show };
}
