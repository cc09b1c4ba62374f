import { GuruSupApi } from '../../credentials/GuruSupApi.credentials.ts';

test('the key goes into x-api-key, beside the headers that are there', async () => {
	const signed = await new GuruSupApi().authenticate(
		{ apiKey: ' k1\n', baseUrl: '' },
		{ url: '/threads', headers: { accept: 'x' } },
	);
	expect(signed.headers).toEqual({ accept: 'x', 'x-api-key': 'k1' });
});

test('the key is a password field and the Base URL has the default of the documentation', () => {
	const [key, baseUrl] = new GuruSupApi().properties;
	expect(key).toMatchObject({ name: 'apiKey', typeOptions: { password: true }, required: true });
	expect(baseUrl).toMatchObject({ name: 'baseUrl', default: 'https://api.gurusup.com/api/v1' });
});
