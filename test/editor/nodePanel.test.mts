import { actions, offered, triggerNodes } from '../form/nodes.mts';
import { closeNode, nodeOf } from './canvas.mts';
import { closePanel, dragToCanvas, listed, openDetails, openPanel, search } from './nodePanel.mts';
import { openEditor, picture, type Editor } from './openEditor.mts';
import { readForm } from './parameterForm.mts';

jest.setTimeout(120_000);

/** What people look for, in the languages of those who call, and the node they should find. */
const searches = [
	...['Altur', 'cobranza', 'campaña', 'llamada', 'voice', 'WhatsApp'].map((words) => [
		words,
		'Altur',
	]),
	...['GuruSup', 'soporte', 'helpdesk'].map((words) => [words, 'GuruSup']),
	...['Zaia', 'squad', 'atendimento', 'WhatsApp'].map((words) => [words, 'Zaia']),
];

const vendors = actions.map(({ type: { description } }, index) => ({
	title: description.displayName,
	name: description.name,
	offers: offered.filter(({ node }) => node === description.name),
	at: { x: 150 + index * 220, y: 560 },
}));

/** The icon of each node on the canvas, once it is loaded. */
async function icons({ page }: Editor, theme: 'light' | 'dark') {
	await page.emulateMedia({ colorScheme: theme });
	const images = page.getByTestId('canvas-node').locator('img');
	await page.waitForFunction(
		(wanted) =>
			Array.from(document.querySelectorAll('[data-test-id="canvas-node"] img')).every(
				(image) => (image as HTMLImageElement).src.includes('.dark.') === (wanted === 'dark'),
			),
		theme,
	);
	return await images.evaluateAll(
		async (all) =>
			await Promise.all(
				(all as HTMLImageElement[]).map(async (image) => {
					await image.decode();
					return { src: image.src, drawn: image.naturalWidth > 0 };
				}),
			),
	);
}

describe('a user who looks for the nodes in the panel', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await openEditor();
		await editor.openWorkflow();
	});
	afterAll(async () => await editor?.leave());

	test.each(searches)('looking for "%s" finds %s', async (words, title) => {
		await openPanel(editor.page);
		await search(editor.page, words!);
		await listed(editor.page, title).waitFor();
	});

	test.each(vendors)(
		'$title lists every action, and adds the one that is clicked',
		async (vendor) => {
			const { page } = editor;
			const [first] = vendor.offers;
			await openDetails(page, vendor.title, 'Actions');
			for (const { action } of vendor.offers) await listed(page, action).first().waitFor();

			await listed(page, first!.action).click();
			await page.getByTestId('node-parameters').waitFor();
			expect((await readForm(page)).chosen).toContain(first!.name);
			await closeNode(page);
			await nodeOf(page, first!.action).waitFor();
		},
	);

	test.each(vendors)('an action of $title is dragged onto the canvas', async (vendor) => {
		const { page } = editor;
		const { action } = vendor.offers.at(-1)!;
		await openDetails(page, vendor.title, 'Actions');
		await dragToCanvas(page, action, vendor.at);
		await page.getByTestId('node-parameters').waitFor();
		await closeNode(page);
		await nodeOf(page, action).waitFor();
	});

	test.each(triggerNodes)(
		'$file is offered where a workflow starts, and added',
		async ({ type }) => {
			const { page } = editor;
			const before = await page.getByTestId('canvas-node').count();
			await openDetails(page, type.description.displayName.replace(' Trigger', ''), 'Triggers');
			await listed(page)
				.filter({ hasText: /^\s*On / })
				.first()
				.click();
			await page.getByTestId('node-parameters').waitFor();
			await page.getByText('Webhook URLs').waitFor();
			await closeNode(page);
			expect(await page.getByTestId('canvas-node').count()).toBe(before + 1);
		},
	);

	test('every node shows its icon, another one in the dark', async () => {
		const { page } = editor;
		await closePanel(page);
		const light = await icons(editor, 'light');
		const dark = await icons(editor, 'dark');
		await picture(page, 'canvas-dark');
		await page.emulateMedia({ colorScheme: 'light' });
		expect(new Set(light.map(({ src }) => src)).size).toBe(3);
		expect(new Set(dark.map(({ src }) => src)).size).toBe(3);
		expect([...light, ...dark].filter(({ drawn }) => !drawn)).toEqual([]);
		expect(dark.filter(({ src }) => light.some((one) => one.src === src))).toEqual([]);
	});
});
