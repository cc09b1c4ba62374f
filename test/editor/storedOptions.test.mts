import type { INodeProperties } from 'n8n-workflow';

import { asAdded, rowAdded } from '../form/asAdded.mts';
import { fieldsOf, placesOf } from '../form/fields.mts';
import { actions, triggerNodes } from '../form/nodes.mts';
import { closeNode, openNode } from './canvas.mts';
import { openEditor, type Editor } from './openEditor.mts';
import { openForms } from './openForms.mts';
import { addEntry, addRow } from './parameterForm.mts';

jest.setTimeout(240_000);

const forms = [
	...actions.flatMap(({ type: { description } }) =>
		placesOf(description).map((place) => ({
			node: description.name,
			parameters: { ...place },
			fields: fieldsOf(description, place),
		})),
	),
	...triggerNodes.map(({ type: { description } }) => ({
		node: description.name,
		parameters: {},
		fields: description.properties,
	})),
];

const entriesOf = ({ options = [] }: INodeProperties) => options as INodeProperties[];

/** An entry that several operations offer in the same way is tried in the first of them. */
const tried = new Set<string>();
const isNew = (entry: INodeProperties) => {
	const key = JSON.stringify(entry);
	const isKnown = tried.has(key);
	tried.add(key);
	return !isKnown;
};

const isGroup = ({ type }: INodeProperties) => ['collection', 'fixedCollection'].includes(type);

/** A collection with those entries that no form before it has; groups first, since a full collection offers no more. */
const cases = forms.flatMap(({ node, parameters, fields }) => {
	const collections = fields.filter(({ type }) => type === 'collection');
	return collections.flatMap((collection, at) => {
		const entries = entriesOf(collection)
			.filter(isNew)
			.toSorted((a, b) => Number(isGroup(b)) - Number(isGroup(a)));
		const name = [node, ...Object.values(parameters), collection.displayName].join(' › ');
		const below = collections.length - at - 1;
		return entries.length ? [{ name, node, parameters, collection, entries, below }] : [];
	});
});

describe('what the editor stores for an entry that was added and left as it is', () => {
	let editor: Editor;
	let workflow: { id: string };

	beforeAll(async () => {
		editor = await openEditor();
		workflow = await openForms(editor, 'Added entries', cases);
	});
	afterAll(async () => await editor?.leave());
	afterEach(async () => await closeNode(editor.page));

	/** The editor saves by itself, a moment after each change. */
	async function stored(name: string, collection: INodeProperties, wanted: unknown) {
		let found: unknown;
		for (let left = 60; left > 0; left--) {
			const { nodes } = await editor.n8n.storedWorkflow(workflow);
			found = nodes.find((one) => one.name === name)!.parameters[collection.name];
			if (JSON.stringify(found) === JSON.stringify(wanted)) break;
			await editor.page.waitForTimeout(250);
		}
		expect(found).toEqual(wanted);
	}

	test.each(cases)('$name', async ({ name, collection, entries, below }) => {
		const { page } = editor;
		await openNode(page, name);
		const wanted: Record<string, unknown> = {};
		const compare = async () => await stored(name, collection, wanted);
		for (const entry of entries) {
			await addEntry(page, entry.displayName, below, entriesOf(collection).length);
			wanted[entry.name] = asAdded(entry);
			if (entry.type === 'fixedCollection') {
				await compare();
				await addRow(page, entry);
				wanted[entry.name] = rowAdded(entry);
			}
			if (entry.type !== 'collection') continue;
			await compare();
			const inner: Record<string, unknown> = (wanted[entry.name] = {});
			for (const one of entriesOf(entry)) {
				// Its own button stands above that of the collection it is in.
				await addEntry(page, one.displayName, below + 1, entriesOf(entry).length);
				inner[one.name] = asAdded(one);
			}
		}
		await compare();
	});
});
