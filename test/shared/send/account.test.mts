import type { IExecuteFunctions } from 'n8n-workflow';
import { accountOf } from '../../../nodes/shared/send/account.ts';
import { baseUrlOf, wrongWith } from '../../../nodes/shared/send/baseUrl.ts';
import { altur } from '../../support/altur.mts';
import { callJob } from '../../support/calls.mts';

test.each([
	['https://api.example.com/v1', 'https://api.example.com/v1'],
	[' https://api.example.com/v1// ', 'https://api.example.com/v1'],
	['HTTP://127.0.0.1:5678', 'HTTP://127.0.0.1:5678'],
])('the address %j is used as %s', (typed, used) => expect(baseUrlOf(typed)).toBe(used));

test.each([
	'',
	'api.example.com',
	'ftp://api.example.com',
	'javascript:alert(1)',
	'https://',
	'https://api.example.com/v1?key=1',
	'https://api.example.com/#v1',
	'https://api.example.com/v1\r\nX: 1',
])('%j is no address that a path can follow', (typed) => expect(baseUrlOf(typed)).toBeUndefined());

test.each([
	['', 'it is empty'],
	['https://us er.example', 'a space'],
	['https://api.example.com/v1\u0007', 'an invisible character'],
	['https://api.example.com/v1\u200b/x', 'an invisible character'],
	['https:\\\\api.example.com', 'a backslash'],
	['https://api.example.com\\@evil.example', 'a backslash'],
	['ftp://api.example.com', 'it does not begin with https:// or http://'],
	['user:pw@api.example.com', 'it does not begin with https:// or http://'],
	['http://user:pw@127.0.0.1:7991/altur', 'in place of the API key'],
	['https://user@api.example.com', 'in place of the API key'],
	['https://:pw@api.example.com', 'in place of the API key'],
	['https://api.example.com/v1?key=1', '"?" or "#"'],
	['https://api.example.com/#v1', '"?" or "#"'],
	['https://api.example.com:99999', 'its host or port is not valid'],
])('%j is refused with the reason, which does not repeat it', (typed, reason) => {
	expect(baseUrlOf(typed)).toBeUndefined();
	expect(wrongWith(typed)).toContain(reason);
	expect(wrongWith(typed)).not.toMatch(/pw|key=|example/);
});

test('an @ in the path is no user name', () =>
	expect(baseUrlOf('https://api.example.com/@acme')).toBe('https://api.example.com/@acme'));

const account = async (data: object) =>
	await accountOf(
		{ getCredentials: async () => data, getNode: () => ({}) } as unknown as IExecuteFunctions,
		'alturApi',
	);

test('accounts are told apart by key and address, without the key', async () => {
	const baseUrl = 'https://api.example.com';
	const { fingerprint } = await account({ apiKey: 'key', baseUrl: `${baseUrl}/` });
	expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
	expect((await account({ apiKey: 'key', baseUrl })).fingerprint).toBe(fingerprint);
	expect((await account({ apiKey: 'other', baseUrl })).fingerprint).not.toBe(fingerprint);
	const elsewhere = await account({ apiKey: 'key', baseUrl: `${baseUrl}/v2` });
	expect(elsewhere.fingerprint).not.toBe(fingerprint);
});

test('n8n gets the credential as it was read, by the name of its type', async () => {
	const data = { apiKey: 'key', baseUrl: 'https://api.example.com/' };
	expect(await account(data)).toMatchObject({
		baseUrl: 'https://api.example.com',
		decrypted: { id: '', name: 'alturApi', type: 'alturApi', data },
	});
});

test('a credential without an address is told with what to do', async () => {
	await expect(account({ apiKey: 'key' })).rejects.toMatchObject({
		message: 'The credential has no usable Base URL: it is empty',
		description: 'Open the credential and write the full address, e.g. https://api.example.com/v1',
	});
});

test.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'a credential without a usable Base URL is told for every row under %s, and nothing is sent',
	async (onError) => {
		const { error, outputs } = await altur(
			{ url: '' },
			{ ...callJob(2), baseUrl: 'nowhere', onError },
		);
		const said =
			'The credential has no usable Base URL: it does not begin with https:// or http://';
		if (onError === 'stopWorkflow') {
			expect(error).toMatchObject({
				message: said,
				description: expect.stringContaining('Open the'),
			});
		} else {
			const refused = { outcome: 'refused', message: said, advice: expect.any(String) };
			expect(outputs[0]).toMatchObject([{ json: refused }, { json: refused }]);
		}
	},
);
