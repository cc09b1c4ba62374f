import type { IWebhookFunctions } from 'n8n-workflow';
import { webhookCredential } from '../../nodes/shared/webhookCredential.ts';

/** A node whose credential is read as `stored` says; counts the readings. */
function nodeWith(stored: () => Promise<{ apiKey: string }>, id = 'n') {
	const reads: string[] = [];
	const warnings: string[] = [];
	const context = {
		getNode: () => ({ id, credentials: { someApi: { id: 'c' } } }),
		getWorkflow: () => ({ id: 'w' }),
		getCredentials: async (type: string) => {
			reads.push(type);
			return await stored();
		},
		logger: { warn: (text: string) => warnings.push(text) },
	} as unknown as IWebhookFunctions;
	return { reads, warnings, read: async () => await webhookCredential(context, 'someApi') };
}

const soon = async () => await new Promise((resolve) => setTimeout(resolve, 5));

test('deliveries that come while the credential is being read share the reading', async () => {
	const { read, reads } = nodeWith(async () => {
		await soon();
		return { apiKey: 'k' };
	});
	const all = await Promise.all(Array.from({ length: 50 }, read));
	expect(all.every(({ apiKey }) => apiKey === 'k')).toBe(true);
	expect(reads).toEqual(['someApi']);
});

test('a later delivery reads anew, so that a changed credential counts at once', async () => {
	let apiKey = 'old';
	const { read } = nodeWith(async () => ({ apiKey }));
	expect(await read()).toEqual({ apiKey: 'old' });
	apiKey = 'new';
	expect(await read()).toEqual({ apiKey: 'new' });
});

test('two nodes never share a reading', async () => {
	const [one, two] = ['one', 'two'].map((id) =>
		nodeWith(async () => {
			await soon();
			return { apiKey: id };
		}, id),
	);
	expect(await Promise.all([one!.read(), two!.read()])).toEqual([
		{ apiKey: 'one' },
		{ apiKey: 'two' },
	]);
});

test('a credential that cannot be read is an empty one, said so in the log', async () => {
	const { read, warnings } = nodeWith(async () => await Promise.reject(new Error('no credential')));
	expect(await read()).toEqual({});
	expect(warnings).toEqual(['A delivery was refused: no credential']);
});
