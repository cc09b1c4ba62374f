// @ts-check
import { element } from './element.mjs';

/** @import { Cell } from '../grammar.mts' */

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const count = new Intl.NumberFormat('en');

/** @param {number} value */
export const counted = (value) => count.format(value);

/** @param {{ at: number }} cell */
function moment({ at }) {
	const date = new Date(at);
	return element('time', { datetime: date.toISOString() }, clock.format(date));
}

/** @param {{ done: number, of: number }} cell */
function progress({ done, of }) {
	const words = `${counted(done)} of ${counted(of)}`;
	const bar = element('progress', {
		value: String(done),
		max: String(of),
		'aria-label': words,
	});
	return element('span', { class: 'progress' }, bar, words);
}

/**
 * What a cell holds.
 * @param {Cell} cell
 * @returns {Node | string}
 */
export function content(cell) {
	if (typeof cell === 'string') return cell;
	if (typeof cell === 'number') return counted(cell);
	if ('at' in cell) return moment(cell);
	if ('of' in cell) return progress(cell);
	return element('span', { class: `badge ${cell.tone}` }, cell.text);
}
