import { sandboxCredentials } from '../../host/sandboxCredentials.mts';
import { credentialTypes } from '../form/nodes.mts';
import {
	closeCredential,
	refusal,
	saveCredential,
	startCredential,
	success,
} from './credentialForm.mts';
import { openEditor, picture, type Editor } from './openEditor.mts';

jest.setTimeout(120_000);

describe('a user who creates a credential', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await openEditor();
	});
	afterAll(async () => await editor?.leave());

	test.each(credentialTypes.map(({ type }) => type))(
		'reads of $displayName why a key or an address is refused, and sees that the right one works',
		async ({ name, displayName }) => {
			const { page, sandbox } = editor;
			const { data } = sandboxCredentials(sandbox.url).find(({ type }) => type === name)!;
			const right = data as Record<string, string>;
			await editor.open('/home/credentials/create');
			await startCredential(page, displayName);

			await saveCredential(page, { ...right, apiKey: 'a-key-of-nobody' });
			const vendor = displayName.replace(' API', '');
			const said = await refusal(
				page,
				`${vendor} does not accept this API key (401 Unauthorized).`,
			);
			await picture(page, `credential-${name}-refused`);
			expect(said).not.toContain('a-key-of-nobody');

			await saveCredential(page, { baseUrl: `${right.baseUrl}/nowhere` });
			await refusal(page, `${vendor} does not answer at this base URL (404 Not Found).`);

			await saveCredential(page, { apiKey: right.apiKey!, baseUrl: right.baseUrl! });
			await success(page).waitFor();
			await closeCredential(page);
		},
	);
});
