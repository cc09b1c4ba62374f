import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { strictContext } from '../support/strictContext.mts';

const given = {
	parameters: { name: '={{ $json.who }}', group: { inner: ['={{ $json.who }}', 'x'] } },
	rows: [{ who: 'Ana' }, { who: 'Luis' }],
	credential: { type: new AlturApi(), data: { apiKey: 'k', baseUrl: 'https://altur.example' } },
};

test('an API that the test did not supply is an error, and one that it supplied is not', () => {
	const { context } = strictContext({ ...given, supplies: { getExecutionId: () => '7' } });
	expect(context.getExecutionId()).toBe('7');
	expect(() => context.getInstanceId()).toThrow('The test did not supply n8n.getInstanceId');
	expect(() => context.helpers.returnJsonArray([])).toThrow('n8n.helpers.returnJsonArray');
});

test('parameters are those of the row, and an absent one without a fallback is an error', () => {
	const { context } = strictContext(given);
	expect(context.getNodeParameter('name', 1)).toBe('Luis');
	expect(context.getNodeParameter('group', 0)).toEqual({ inner: ['Ana', 'x'] });
	expect(context.getNodeParameter('other', 0, 'fallback')).toBe('fallback');
	expect(() => context.getNodeParameter('other', 0)).toThrow('Could not get parameter');
});

test('a request is signed by the credential and kept, and without an answer it is an error', async () => {
	const { context, sent } = strictContext(given);
	const credentialsDecrypted = { id: '', name: '', type: 'alturApi', data: { apiKey: 'k' } };
	const request = context.helpers.httpRequestWithAuthentication;
	const ask = async (name: string, more: object = { preAuthenticationRetryStatusCode: [] }) =>
		(await request.call(
			context,
			name,
			{ url: 'https://altur.example/call' },
			{ credentialsDecrypted, ...more },
		)) as unknown;
	await expect(ask('alturApi')).rejects.toThrow('The test expected no request');
	expect(sent).toEqual([
		{ url: 'https://altur.example/call', headers: { Authorization: 'api-key k' } },
	]);
	await expect(ask('alturApi', {})).rejects.toThrow('n8n would send this again after a 401');
	await expect(ask('otherApi')).rejects.toThrow('There is no credential "otherApi"');
});
