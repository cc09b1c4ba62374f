// @ts-check
import { askFor } from './dialog.mjs';
import { element, say } from './element.mjs';
import { partOf } from './part.mjs';

/**
 * @import { Snapshot } from '../grammar.mts'
 * @import { Ask } from './table.mjs'
 */

const pauseMs = 500;
const patienceMs = 10_000;

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const connection = place('connection');
const said = place('said');
/** @type {Map<string, ReturnType<typeof partOf>>} */
const parts = new Map();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
let isLooking = false;

/** @type {Ask} */
function ask(action, order) {
	askFor(action, order, (text) => {
		// The same words twice are to be announced twice.
		said.textContent = '';
		said.textContent = text;
		void look();
	});
}

/** @param {Snapshot} snapshot */
function show(snapshot) {
	for (const now of snapshot.parts) {
		const known = parts.get(now.name) ?? partOf(now, ask);
		if (!parts.has(now.name)) {
			place('parts').append(known.whole);
			place('contents').append(element('a', { href: `#${now.name}` }, now.title));
		}
		parts.set(now.name, known);
		known.show(now);
	}
}

/** Looks now, and again a moment after the answer, as long as somebody sees the page. */
async function look() {
	if (isLooking || document.hidden) return;
	isLooking = true;
	clearTimeout(waiting);
	try {
		const signal = AbortSignal.timeout(patienceMs);
		const answer = await fetch('/sandbox/page.json', { signal });
		show(await answer.json());
		say(connection, 'Live');
		connection.className = 'connection good';
	} catch (error) {
		console.warn(error);
		say(connection, 'The sandbox does not answer. Trying again …');
		connection.className = 'connection bad';
	}
	isLooking = false;
	waiting = setTimeout(look, pauseMs);
}

document.addEventListener('visibilitychange', look);
void look();
