import type { INodeTypeDescription } from 'n8n-workflow';

import { sandboxCredentials } from '../../host/sandboxCredentials.mts';
import { fieldsOf, placesOf } from '../form/fields.mts';
import { actions, triggerNodes } from '../form/nodes.mts';
import { packageName } from '../form/outside.mts';
import { closeNode, openNode } from './canvas.mts';
import { allFilledIn, choicesOf, noticesOf, shownFields, titlesOf } from './expectedForm.mts';
import { openEditor, screen, type Editor } from './openEditor.mts';
import { openForms, type Form } from './openForms.mts';
import { readForm } from './parameterForm.mts';
import { formPicture } from './formPicture.mts';

jest.setTimeout(120_000);

/** Every form with everything optional added. */
const forms: Form[] = [
	...actions.flatMap(({ type: { description } }) =>
		placesOf(description).map((place) => ({
			name: `${description.name}-${place.resource}-${place.operation}`,
			node: description.name,
			parameters: { ...place, ...allFilledIn(fieldsOf(description, place)) },
		})),
	),
	...triggerNodes.map(({ type: { description } }) => ({
		name: description.name,
		node: description.name,
		parameters: allFilledIn(description.properties),
	})),
];

/** n8n's own words in every form. */
const ofN8n = ['From list', ...sandboxCredentials('').map(({ name }) => name)];

describe('the forms, as the editor shows them', () => {
	let editor: Editor;
	let types: INodeTypeDescription[];

	beforeAll(async () => {
		editor = await openEditor();
		types = await editor.n8n.nodeTypes();
		// A form in one piece, so that its picture is whole.
		if (process.env.PICTURES) await editor.page.setViewportSize({ ...screen, height: 2600 });
		await openForms(editor, 'All forms', forms);
	});
	afterAll(async () => await editor?.leave());

	const typeOf = (node: string) => types.find(({ name }) => name === `${packageName}.${node}`)!;

	test('what stands below a node on the canvas is in words, as people write them', async () => {
		const below = editor.page.getByTestId('canvas-node').locator('[class*="subtitle"]');
		await below.last().waitFor();
		const texts = (await below.allInnerTexts()).map((text) => text.trim());
		expect(texts).toHaveLength(forms.length);
		expect(texts.filter((text) => !/^[a-z]+( [a-z]+)*(: [a-z]+( [a-z]+)*)?$/.test(text))).toEqual(
			[],
		);
	});

	test.each(forms)(
		'$name shows its fields by their names, in order and explained, and no raw value',
		async ({ name, node, parameters }) => {
			const { page } = editor;
			await openNode(page, name);
			const fields = shownFields(typeOf(node), parameters);
			const expected = titlesOf(fields);
			await page.getByText(expected.at(-1)!.title, { exact: true }).last().waitFor();
			const seen = await readForm(page);
			if (process.env.PICTURES) await formPicture(page, name);
			await closeNode(page);

			expect(seen.titles).toEqual(expected);
			expect(seen.cutOff).toEqual([]);
			expect(seen.notices).toEqual(noticesOf(fields));
			const choices = [...ofN8n, ...choicesOf(typeOf(node).properties)];
			expect(seen.chosen.filter((one) => !choices.includes(one))).toEqual([]);
		},
	);
});
