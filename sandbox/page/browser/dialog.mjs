// @ts-check
import { element } from './element.mjs';

/** @import { Action, Field, Row } from '../grammar.mts' */

/** @param {Field} field @param {string} id */
function inputFor({ name, kind, value, isOptional, choices = [] }, id) {
	const common = { id, name };
	if (kind === 'json') {
		const area = element('textarea', { ...common, rows: '12', spellcheck: 'false' });
		area.value = JSON.stringify(value, null, 2);
		return area;
	}
	if (kind === 'choice') {
		const options = choices.map(({ label }, index) =>
			element('option', { value: String(index) }, label),
		);
		return element('select', common, ...options);
	}
	/** @type {Record<string, string>} */
	const type = kind === 'number' ? { type: 'number', min: '0', step: 'any' } : { type: 'url' };
	const input = element('input', { ...common, ...type, ...(isOptional ? {} : { required: '' }) });
	input.value = String(value ?? '');
	return input;
}

/** @param {Field} field @param {string} text */
function valueOf({ kind, label, choices = [] }, text) {
	if (kind === 'number') return Number(text);
	if (kind === 'choice') return choices[Number(text)]?.value;
	if (kind === 'address') return text;
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Error(`${label} is not JSON: ${error instanceof Error ? error.message : error}`);
	}
}

/** @param {Action} action @param {object} body */
async function send({ method = 'POST', path }, body) {
	const answer = await fetch(`/sandbox/${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (answer.ok) return;
	const { message } = await answer.json().catch(() => ({}));
	throw new Error(message ?? `The sandbox answered ${answer.status}.`);
}

/**
 * Asks what an order needs, sends it, and tells what became of it.
 * @param {Action} action
 * @param {NonNullable<Row['order']>} order
 * @param {(text: string) => void} done
 */
export function askFor(action, order, done) {
	const inputs = action.fields.map((field) => inputFor(field, `field-${field.name}`));
	const labelled = action.fields.map(({ label }, index) =>
		element('label', { for: inputs[index].id }, label, inputs[index]),
	);
	const problem = element('p', { class: 'problem', role: 'alert' });
	const cancel = element('button', { type: 'button' }, 'Cancel');
	const confirm = element('button', { type: 'submit', class: 'confirm' }, action.label);
	const form = element(
		'form',
		{},
		element('h2', { id: 'asked' }, `${order.about}: ${action.label}`),
		element('p', { id: 'explained' }, action.explanation),
		...labelled,
		problem,
		element('div', { class: 'actions' }, cancel, confirm),
	);
	const dialog = element(
		'dialog',
		{ 'aria-labelledby': 'asked', 'aria-describedby': 'explained' },
		form,
	);
	cancel.addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', () => dialog.remove());
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		confirm.disabled = true;
		try {
			const filled = action.fields.map((field, index) => [
				field.name,
				valueOf(field, inputs[index].value),
			]);
			const body = { ...action.body, ...order.body, ...Object.fromEntries(filled) };
			await send({ ...action, path: order.path }, body);
			dialog.close();
			done(`${order.about}: ${action.done}`);
		} catch (error) {
			problem.textContent = error instanceof Error ? error.message : String(error);
		} finally {
			confirm.disabled = false;
		}
	});
	document.body.append(dialog);
	dialog.showModal();
}
