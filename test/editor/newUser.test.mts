import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { sandboxCredentials } from '../../host/sandboxCredentials.mts';
import { fitView, closeNode, nodeOf, openNode } from './canvas.mts';
import {
	closeCredential,
	credentialName,
	saveCredential,
	startCredential,
	success,
} from './credentialForm.mts';
import { importFromFile, pasteOutput } from './importing.mts';
import { listed, openDetails } from './nodePanel.mts';
import { openEditor, picture, type Editor } from './openEditor.mts';
import { executeStep, executeWorkflow, output, showAs, widen } from './outputPanel.mts';
import { addColumn, assign, choose, chooseCredential, pick } from './parameterForm.mts';

jest.setTimeout(120_000);

/** As people keep them: written in several ways, one twice, one that nobody can call. */
const contacts = [
	...['55 1234 5601', '+52 (55) 1234-5602', '0052 55 1234 5603', '5512345604'],
	...['+52 55 1234 5605', '55-1234-5606', '+525550000004', '55 5000 0002'],
	...['+52 55 5000 0400', '55 1234 5601', 'ask her sister', '55.1234.5609'],
].map((phone, index) => ({
	name: `${['Ana', 'Raúl', 'Zoé', 'José'][index % 4]} ${['Garza', 'Peña', 'Ríos'][index % 3]}`,
	phone,
	balance: 350 + 100 * index,
	due_date: `2026-12-${index + 10}`,
}));

/** The numbers that may ring, each once: at two of them a machine answers, or nobody. */
const people = [1, 2, 3, 4, 5, 6, 9].map((end) => `+52551234560${end}`);
const machine = '+525550000004';
const nobody = '+525550000002';

/** Kept for the documentation where PICTURES is set. */
async function keep(editor: Editor, name: string): Promise<void> {
	const taken = await picture(editor.page, `new-user-${name}`);
	if (process.env.PICTURES) await copyFile(taken, join('docs', 'pictures', `new-user-${name}.png`));
}

describe('a new user, with mouse and keyboard alone', () => {
	let editor: Editor;
	let credential: string;

	beforeAll(async () => {
		editor = await openEditor();
		await editor.sandbox.reset();
		const earlier = await editor.n8n.findTable('Call campaign');
		if (earlier) await editor.n8n.deleteTable(earlier);
	});
	afterAll(async () => await editor?.leave());

	test('makes a credential that works', async () => {
		const { page, sandbox } = editor;
		const [altur] = sandboxCredentials(sandbox.url);
		await editor.open('/home/credentials/create');
		await startCredential(page, 'Altur API');
		await saveCredential(page, altur!.data as Record<string, string>);
		await success(page).waitFor();
		credential = await credentialName(page);
		await keep(editor, 'credential');
		await closeCredential(page);
	});

	test('imports the campaign and the contacts', async () => {
		const { page } = editor;
		await editor.openWorkflow();
		await importFromFile(page, 'call-campaign-from-spreadsheet.json');
		await openNode(page, 'Rows of the file');
		await pasteOutput(page, contacts);
		await showAs(page, 'table');
		await output(page).getByText('ask her sister').waitFor();
		await keep(editor, 'contacts');
		await closeNode(page);
	});

	test('asks for a column that says who answered', async () => {
		const { page } = editor;
		await openNode(page, 'Create outcome table');
		await addColumn(page, 'answered_by');
		await closeNode(page);
		await openNode(page, 'What became of each row');
		await assign(page, 'answered_by', '{{ $json.answered_by ?? "nobody" }}');
		await closeNode(page);
	});

	test('chooses credential and agent, waits for each call, and runs it: every number rings once', async () => {
		const { page, sandbox } = editor;
		await openNode(page, 'Call each contact');
		await chooseCredential(page, credential);
		await choose(page, 'operation', 'Create and Wait');
		await pick(page, 'agentId', 'Diana Cobranza');
		await closeNode(page);
		await executeWorkflow(page);
		await fitView(page);
		await keep(editor, 'campaign');
		expect(await sandbox.dialled()).toEqual(
			Object.fromEntries([...people, machine, nobody].map((number) => [number, 1])),
		);
	});

	test('reads who answered, and what became of each row', async () => {
		const { page } = editor;
		await openNode(page, 'What became of each row');
		await widen(page);
		await showAs(page, 'table');
		const rows = await output(page).locator('tbody tr').allInnerTexts();
		await keep(editor, 'who-answered');
		await closeNode(page);
		const became = (row: number) => rows.find((text) => text.trim().startsWith(`${row}\t`)) ?? '';
		expect(rows).toHaveLength(contacts.length);
		for (const row of [1, 2, 3, 4, 5, 6, 7, 8, 12]) expect(became(row)).toContain('placed');
		for (const row of [1, 2, 3, 4, 5, 6, 12]) expect(became(row)).toContain('human');
		expect(became(7)).toContain('machine');
		expect(became(8)).toContain('nobody');
		expect(became(9)).toContain('refused');
		expect(became(10)).toContain('skipped');
		expect(became(11)).toMatch(
			/refused[\s\S]*Phone Number: "ask her sister" is not a phone number/,
		);
	});

	test('adds the GuruSup Trigger to a second workflow and sees what GuruSup sends', async () => {
		const { page, sandbox } = editor;
		await editor.openWorkflow();
		await openDetails(page, 'GuruSup', 'Triggers');
		await listed(page)
			.filter({ hasText: /^\s*On / })
			.first()
			.click();
		await page.getByTestId('node-parameters').waitFor();
		await chooseCredential(page, 'GuruSup sandbox');
		await page.getByText('Webhook URLs').click();
		const url = (
			await page
				.getByText(/\/webhook-test\//)
				.first()
				.innerText()
		).trim();
		await executeStep(page);
		await page.getByText('Waiting for GuruSup').first().waitFor();
		const answer = await fetch(`${sandbox.url}/sandbox/gurusup/events`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ url }),
		});
		expect(await answer.json()).toMatchObject([{ outcome: 200 }]);
		await showAs(page, 'json');
		await output(page).getByText('event').first().waitFor();
		await keep(editor, 'gurusup-event');
		expect(await nodeOf(page, 'GuruSup Trigger').count()).toBe(1);
	});
});
