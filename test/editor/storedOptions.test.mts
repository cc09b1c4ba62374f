import { isDeepStrictEqual } from 'node:util';

import type { INodeProperties } from 'n8n-workflow';

import { asAdded, isOffered, rowAdded } from '../form/asAdded.mts';
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

const entriesOf = (
	{ options = [] }: Pick<INodeProperties, 'options'>,
	form: INodeProperties[] = [],
) => (options as INodeProperties[]).filter((entry) => isOffered(entry, form));

/** An entry that several operations offer in the same way is tried in the first of them. */
const tried = new Set<string>();
const isNew = (entry: INodeProperties) => {
	const key = JSON.stringify(entry);
	const isKnown = tried.has(key);
	tried.add(key);
	return !isKnown;
};

const isGroup = ({ type }: INodeProperties) => ['collection', 'fixedCollection'].includes(type);

/** One collection of a form with those entries that no form before it has, and each group of fields filled by itself. */
const cases = forms.flatMap(({ node, parameters, fields }) => {
	const collections = fields.filter(({ type }) => type === 'collection');
	return collections.flatMap((collection, at) => {
		const entries = entriesOf(collection, fields).filter(isNew);
		const name = [node, ...Object.values(parameters), collection.displayName].join(' › ');
		const offered = entriesOf(collection, fields).length;
		const below = collections.length - at - 1;
		const one = { node, parameters, collection, below, offered };
		const inside = entries.filter(isGroup).map((group) => ({
			...{ ...one, name: `${name} › ${group.displayName}` },
			...{ entries: [group], group },
		}));
		return entries.length ? [{ ...one, name, entries, group: undefined }, ...inside] : [];
	});
});

const stored = (entries: INodeProperties[]) =>
	Object.fromEntries(entries.map((entry) => [entry.name, asAdded(entry)]));

/** What is stored of a case once all of it was added; as JSON, where nothing is no entry. */
const wanted = ({ collection, entries, group }: (typeof cases)[number]): unknown => {
	const inside =
		group?.type === 'fixedCollection' ? rowAdded(group) : stored(entriesOf(group ?? {}));
	const all = group ? { [group.name]: inside } : stored(entries);
	return JSON.parse(JSON.stringify({ [collection.name]: all }));
};

describe('what the editor stores for an entry that was added and left as it is', () => {
	let editor: Editor;
	let workflow: { id: string };

	beforeAll(async () => {
		editor = await openEditor();
		workflow = await openForms(editor, 'Added entries', cases);
	});
	afterAll(async () => await editor?.leave());

	test.each(cases)('$name: every entry can be added', async (one) => {
		const { page } = editor;
		const { name, entries, below, group, offered } = one;
		await openNode(page, name);
		for (const entry of entries) await addEntry(page, entry.displayName, below, offered);
		if (group?.type === 'fixedCollection') await addRow(page, group);
		const inner = group?.type === 'collection' ? entriesOf(group) : [];
		// Their button stands above that of the collection that the group is in.
		for (const { displayName } of inner) await addEntry(page, displayName, below + 1, inner.length);
		await closeNode(page);
	});

	test('each is stored by the rule by which the hostile tests make their input', async () => {
		const rule = Object.fromEntries(cases.map((one) => [one.name, wanted(one)]));
		let found: unknown;
		// The editor saves by itself, a moment after the last change.
		for (let left = 60; left > 0 && !isDeepStrictEqual(found, rule); left--) {
			const { nodes } = await editor.n8n.storedWorkflow(workflow);
			found = Object.fromEntries(
				cases.map(({ name, collection }) => {
					const { parameters } = nodes.find((node) => node.name === name)!;
					return [name, { [collection.name]: parameters[collection.name] }];
				}),
			);
			await editor.page.waitForTimeout(250);
		}
		expect(found).toEqual(rule);
	});
});
