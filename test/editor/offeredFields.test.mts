import { closeNode, openNode } from './canvas.mts';
import { openEditor, type Editor } from './openEditor.mts';
import { openForms } from './openForms.mts';

jest.setTimeout(120_000);

const update = { resource: 'campaign', operation: 'update', campaignId: '1001' };
const create = { resource: 'campaign', operation: 'create' };
const ofBoth = ['Description', 'Message Limit', 'Retries', 'Scheduling', 'Timezone'];
const ofCalls = ['Cycles', 'First Message'];
const ofWhatsApp = ['Template', 'Template Alt'];

/** Each with what "Add Field" must list. */
const forms = [
	{
		name: 'Update',
		parameters: update,
		offers: ['Name', ...ofBoth, ...ofCalls, ...ofWhatsApp],
	},
	{ name: 'Calls', parameters: create, offers: [...ofBoth, ...ofCalls] },
	{
		name: 'WhatsApp',
		parameters: { ...create, integrationType: 'whatsapp' },
		offers: [...ofBoth, ...ofWhatsApp],
	},
	{
		name: 'By expression',
		parameters: { ...create, integrationType: '={{ $json.channel }}' },
		offers: [...ofBoth, ...ofCalls, ...ofWhatsApp],
	},
].map((form) => ({ ...form, node: 'altur' }));

describe('what "Add Field" lists for a campaign', () => {
	let editor: Editor;
	beforeAll(async () => {
		editor = await openEditor();
		await openForms(editor, 'Fields of campaigns', forms);
	});
	afterAll(async () => await editor?.leave());

	test.each(forms)('$name: the fields that Altur takes there, and no other', async (form) => {
		const { page } = editor;
		await openNode(page, form.name);
		await page
			.getByTestId('node-parameters')
			.getByTestId('collection-parameter-add')
			.first()
			.click();
		const options = page.getByTestId('collection-parameter-option').filter({ visible: true });
		await options.first().waitFor();
		const listed = (await options.allInnerTexts()).map((text) => text.trim());
		expect(listed.sort()).toEqual(form.offers.toSorted());
		await page.keyboard.press('Escape');
		await closeNode(page);
	});
});
