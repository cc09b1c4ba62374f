import type { IWebhookFunctions } from 'n8n-workflow';
import { webhookCredential } from '../../../nodes/shared/webhooks/credential.ts';
import { Answer, settled } from '../../support/watchedAnswer.mts';

/** A node whose credential is read as `stored` says; counts the readings. */
function nodeWith(stored: () => Promise<{ apiKey: string }>, id = 'n') {
	const reads: string[] = [];
	const warnings: string[] = [];
	const open: Answer[] = [];
	const read = async (answer = new Answer()) => {
		open.push(answer);
		const context = {
			getNode: () => ({ id, credentials: { someApi: { id: 'c' } } }),
			getWorkflow: () => ({ id: 'w' }),
			getResponseObject: () => answer,
			getCredentials: async (type: string) => {
				reads.push(type);
				return await stored();
			},
			logger: { warn: (text: string) => warnings.push(text) },
		} as unknown as IWebhookFunctions;
		return await webhookCredential(context, 'someApi');
	};
	const answerAll = async () => {
		for (const answer of open.splice(0)) answer.give(200);
		await settled();
	};
	return { reads, warnings, read, answerAll };
}

const soon = async () => await new Promise((resolve) => setTimeout(resolve, 5));

/** A node whose credential can be changed. */
function changing(id: string) {
	const stored = { apiKey: 'old' };
	return { stored, ...nodeWith(async () => await Promise.resolve({ ...stored }), id) };
}

afterEach(() => jest.restoreAllMocks());

test('deliveries that come while the credential is being read share the reading', async () => {
	const { read, reads, answerAll } = nodeWith(async () => {
		await soon();
		return { apiKey: 'k' };
	});
	const all = await Promise.all(Array.from({ length: 50 }, async () => await read()));
	expect(all.every(({ apiKey }) => apiKey === 'k')).toBe(true);
	expect(reads).toEqual(['someApi']);
	await answerAll();
});

test('a delivery that comes while another is being answered shares its reading', async () => {
	const { read, reads, answerAll } = changing('overlap');
	await read();
	expect(await read()).toEqual({ apiKey: 'old' });
	expect(reads).toHaveLength(1);
	await answerAll();
});

test('a delivery that comes alone reads anew, so that a changed credential counts at once', async () => {
	const { read, stored, answerAll } = changing('alone');
	expect(await read()).toEqual({ apiKey: 'old' });
	stored.apiKey = 'new';
	await answerAll();
	expect(await read()).toEqual({ apiKey: 'new' });
	await answerAll();
});

test('in a stream of deliveries that never ends, a changed credential counts after a second', async () => {
	const { read, stored, answerAll } = changing('stream');
	const now = performance.now();
	const clock = jest.spyOn(performance, 'now').mockReturnValue(now);
	await read();
	stored.apiKey = 'new';
	clock.mockReturnValue(now + 999);
	expect(await read()).toEqual({ apiKey: 'old' });
	clock.mockReturnValue(now + 1_000);
	expect(await read()).toEqual({ apiKey: 'new' });
	await answerAll();
});

test('a reading that was replaced takes the newer one with it no more', async () => {
	const { read, reads, answerAll } = changing('replaced');
	const now = performance.now();
	const clock = jest.spyOn(performance, 'now').mockReturnValue(now);
	const first = new Answer();
	await read(first);
	clock.mockReturnValue(now + 1_000);
	await read();
	first.give(200);
	await settled();
	await read();
	expect(reads).toHaveLength(2);
	await answerAll();
});

test('a sender that is gone before the reading leaves nothing behind', async () => {
	const { read, stored, answerAll } = changing('gone');
	const gone = new Answer();
	gone.hangUp();
	await read(gone);
	await settled();
	stored.apiKey = 'new';
	expect(await read()).toEqual({ apiKey: 'new' });
	await answerAll();
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
	const { read, warnings } = nodeWith(
		async () => await Promise.reject(new Error('no credential')),
		'none',
	);
	expect(await read()).toEqual({});
	expect(warnings).toEqual(['A delivery was refused: no credential']);
});

test('a reading that failed is shared by those that waited for it, and by nobody after', async () => {
	let isBroken = true;
	const { read, reads, answerAll } = nodeWith(async () => {
		if (isBroken) throw new Error('The database is away');
		return await Promise.resolve({ apiKey: 'k' });
	}, 'again');
	expect(await Promise.all([read(), read()])).toEqual([{}, {}]);
	isBroken = false;
	expect(await read()).toEqual({ apiKey: 'k' });
	expect(reads).toHaveLength(2);
	await answerAll();
});
