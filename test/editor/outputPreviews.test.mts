import { callNode } from '../support/n8nCalls.mts';
import { openNode } from './canvas.mts';
import { openEditor, picture, type Editor } from './openEditor.mts';

jest.setTimeout(120_000);

describe('what the editor shows of outputs before anything ran', () => {
	let editor: Editor;
	beforeAll(async () => {
		editor = await openEditor();
	});
	afterAll(async () => await editor.leave());

	test.each([
		['Call', callNode().parameters, ['phoneNumber', 'outcome', 'status', 'thread']],
		['Message', { resource: 'message', operation: 'send' }, ['reply', 'thread', 'messages']],
		['Delete', { resource: 'contact', operation: 'delete' }, ['deleted']],
	])(
		'the node after "%s" offers its fields, and nothing was sent',
		async (name, parameters, fields) => {
			await editor.sandbox.reset();
			const before = callNode({}, { name, parameters });
			const after = { type: 'n8n-nodes-base.set', typeVersion: 3.4, name: 'After' };
			await editor.openWorkflow(await editor.saveWorkflow({ items: [{}], nodes: [before, after] }));
			await openNode(editor.page, 'After');
			await editor.page.getByTestId('schema-preview-warning').waitFor();
			const item = editor.page.getByTestId('run-data-schema-item');
			for (const field of fields) await item.getByText(field, { exact: true }).first().waitFor();
			await picture(editor.page, `preview-${name}`);
			expect(await editor.sandbox.requests()).toEqual([]);
		},
	);
});
