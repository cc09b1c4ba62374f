import { packageName } from '../form/outside.mts';
import { remoteExports } from '../support/zaiaExports.mts';
import { closeNode, openNode } from './canvas.mts';
import { openEditor, picture, type Editor } from './openEditor.mts';
import { executeStep, output, showAs } from './outputPanel.mts';
import { pick } from './parameterForm.mts';

jest.setTimeout(120_000);

describe('a user who runs nodes and reads what comes out', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await openEditor();
		await editor.sandbox.reset();
	});
	afterAll(async () => await editor?.leave());

	/** A node behind a trigger and these rows, opened in the editor. */
	const open = async (node: string, parameters: object, items: object[] = [{}]) => {
		const asked = { type: `${packageName}.${node}`, name: 'Node', parameters: parameters as never };
		const workflow = await editor.saveWorkflow({ items: items as never, nodes: asked });
		await editor.openWorkflow(workflow);
		await openNode(editor.page, 'Node');
	};

	const call = { resource: 'call', operation: 'create', phoneNumber: '={{ $json.number }}' };

	test('picks an agent from the list, runs the node and reads the outcome', async () => {
		const { page, sandbox } = editor;
		await open('altur', call, [{ number: '+525512345678' }]);
		await pick(page, 'agentId', 'Sofía Ventas');
		await executeStep(page);
		await output(page).getByText('1 item').waitFor();
		await showAs(page, 'json');
		await output(page).getByText('"placed"').waitFor();
		await output(page).getByText('"Sofía Ventas"').waitFor();
		expect(await sandbox.dialled()).toEqual({ '+525512345678': 1 });
	});

	test('is told the row and the field of a bad number, and nobody is called', async () => {
		const { page, sandbox } = editor;
		await sandbox.reset();
		await open('altur', call, [{ number: '+525512345678' }, { number: 'call me' }]);
		await pick(page, 'agentId', 'Sofía Ventas');
		await executeStep(page);
		const said = output(page).getByTestId('node-error-message');
		await said.getByText('Row 2: Phone Number: "call me" is not a phone number').waitFor();
		// n8n counts from 0 where the message counts from 1.
		expect(await said.innerText()).not.toContain('[item');
		await picture(page, 'bad-row');
		expect(await sandbox.dialled()).toEqual({});
	});

	test('reads that an export is waited for, and then its messages', async () => {
		const { page, sandbox } = editor;
		const exports = remoteExports(sandbox);
		await exports.set({ when: 'held', mostMessages: 2 });
		await open('zaia', { resource: 'chatMessage', operation: 'exportAndWait', rangeStart: '' });
		await executeStep(page);
		await output(page).getByText('Waiting until Zaia delivers the export').waitFor();
		await picture(page, 'waiting-for-export', true);
		await exports.deliver();
		await output(page).getByText('2 items').waitFor();
	});

	test("copies a trigger's test and production address", async () => {
		const { page, n8n } = editor;
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await editor.openWorkflow(
			await editor.saveWorkflow({
				items: [],
				nodes: { type: `${packageName}.alturTrigger`, name: 'Node', webhookId: 'the-calls' },
			}),
		);
		await openNode(page, 'Node');
		await page.getByText('Webhook URLs').click();
		for (const [kind, path] of [
			['Test', 'webhook-test'],
			['Production', 'webhook'],
		]) {
			await page.getByText(`${kind} URL`, { exact: true }).first().click();
			const address = `${n8n.session.url}/${path}/the-calls/webhook`;
			await page.getByText(address).first().click();
			await page.waitForFunction(
				async (expected) => (await navigator.clipboard.readText()) === expected,
				address,
			);
		}
		await closeNode(page);
	});
});
