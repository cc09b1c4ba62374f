import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';

const sandbox = sandboxForTests();
const channelId = idOf('channel', 1);

const user = {
	resource: 'externalUser',
	operation: 'authenticate',
	channelId: { __rl: true, mode: 'list', value: channelId },
};

const sent = () => sandbox.it.requests('zaia').at(-1);

test('all four keys go out, with explicit nulls for those that are empty', async () => {
	const { error } = await zaia(sandbox, { parameters: user });
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject({ method: 'POST', path: '/api/v1/external-users/authenticate' });
	expect(sent()?.body).toStrictEqual({ channelId, externalId: null, id: null, identifier: null });
});

test('what is known of the user goes out, and the super identity comes back', async () => {
	const { outputs } = await zaia(sandbox, {
		parameters: {
			...user,
			additionalFields: {
				externalId: 'crm-1',
				id: idOf('externalUser', 1),
				identifier: 'user1@example.com',
			},
		},
	});
	expect(sent()?.body).toStrictEqual({
		channelId,
		externalId: 'crm-1',
		id: idOf('externalUser', 1),
		identifier: 'user1@example.com',
	});
	expect(outputs[0]?.[0]?.json).toMatchObject({
		id: idOf('externalUser', 1),
		superIdentityId: idOf('superIdentity', 100_001),
	});
});

test('the access token reaches neither the output nor anything n8n stores of the run', async () => {
	const { outputs, runExecutionData } = await zaia(sandbox, { parameters: user });
	expect(outputs[0]?.[0]?.json).not.toHaveProperty('accessToken');
	expect(JSON.stringify(runExecutionData)).not.toContain('sandbox-token-');
});

test('the access token is not in the record that a failed run leaves for its retry', async () => {
	const { error, runExecutionData } = await zaia(sandbox, {
		parameters: { ...user, channelId: '={{ $json.channel }}', options: { concurrency: 1 } },
		items: [{ channel: channelId }, { channel: idOf('channel', 999) }],
	});
	expect(error?.message).toContain('Row 2: Zaia answered: Channel not found (404)');
	expect(JSON.stringify([error, runExecutionData])).toContain('superIdentityId');
	expect(JSON.stringify([error, runExecutionData])).not.toContain('sandbox-token-');
});

test('the access token is in the output where it is asked for', async () => {
	const { outputs } = await zaia(sandbox, { parameters: { ...user, includeAccessToken: true } });
	expect(outputs[0]?.[0]?.json.accessToken).toMatch(/^sandbox-token-/);
});

test('an answer that is an error shows no token even where it is asked for', async () => {
	const body = { message: 'Try later', accessToken: 'sandbox-token-leaked' };
	sandbox.it.fail({ vendor: 'zaia', fault: { kind: 'status', status: 500, body } });
	const { error } = await zaia(sandbox, { parameters: { ...user, includeAccessToken: true } });
	expect(error?.message).toContain('Try later');
	expect(JSON.stringify([error, error?.message, error?.stack])).not.toContain('sandbox-token-');
});

test('a user is not authenticated twice after a lost answer', async () => {
	sandbox.it.fail({ vendor: 'zaia', fault: { kind: 'reset' } });
	const { error } = await zaia(sandbox, { parameters: user, tries: 3 });
	expect(error?.message).toContain('may have been carried out');
	expect(sandbox.it.counts('zaia').count).toBe(1);
});

test.each([
	['a channel that is no UUID', { channelId: 'whatsapp' }, 'Channel: "whatsapp" is no UUID'],
	['an ID that is no UUID', { additionalFields: { id: '7' } }, 'ID: "7" is no UUID'],
])('%s is refused before anything is sent', async (_what, parameters, words) => {
	const { error } = await zaia(sandbox, { parameters: { ...user, ...parameters } });
	expect(error?.message).toContain(words);
	expect(sandbox.it.requests('zaia')).toEqual([]);
});
