import { outputOf } from '../../host/client.mts';
import { importExample, runExample } from '../support/n8nExample.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

jest.setTimeout(120_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('Example: post to a Zaia chat and read it back', () => {
	test('the message goes out once and comes back as Zaia stored it', async () => {
		const workflow = await importExample(real, 'post-to-zaia-chat.json');
		const execution = await runExample(real, workflow);
		expect(execution.status).toBe('success');
		const [posted, read, ...more] = await real.sandbox.requests('zaia');
		expect(more).toEqual([]);
		expect(posted?.body).toEqual({
			chatId: '2a1a0001-5a1a-4000-8000-000000000002',
			chatThreadId: null,
			content: 'Your order left our warehouse today.',
			externalId: expect.stringMatching(/^n8n-\d+-\d+$/),
			senderId: '2a1a0009-5a1a-4000-8000-000000000001',
			role: 'assistant',
		});
		expect(read).toMatchObject({ method: 'GET', path: '/api/v1/chat-messages', status: 200 });
		expect(outputOf(execution, 'Read the chat')[0]!.length).toBeGreaterThan(1);
		expect(outputOf(execution, 'The message as stored')[0]!.map(({ json }) => json)).toMatchObject([
			posted?.body as object,
		]);
	});
});
