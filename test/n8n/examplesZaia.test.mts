import { outputOf } from '../../host/client.mts';
import {
	endedExecutions,
	importExample,
	runExample,
	type Changes,
} from '../support/n8nExample.mts';
import { fillForm } from '../support/n8nForm.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const agentOfZaia = '2a1a0009-5a1a-4000-8000-000000000001';

jest.setTimeout(120_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => {
	await real.sandbox.reset();
	await real.sandbox.set({ speed: 600 });
});

const bodies = async () => (await real.sandbox.requests('zaia')).map(({ body }) => body);

describe('Example: post to a Zaia chat and read it back', () => {
	test('the message goes out once and comes back as Zaia stored it', async () => {
		const execution = await runExample(real, await importExample(real, 'post-to-zaia-chat.json'));
		expect(execution.status).toBe('success');
		const [posted, read, ...more] = await real.sandbox.requests('zaia');
		expect(more).toEqual([]);
		expect(posted?.body).toEqual({
			chatId: '2a1a0001-5a1a-4000-8000-000000000002',
			chatThreadId: null,
			content: 'Your order left our warehouse today.',
			externalId: expect.stringMatching(/^n8n-\d+-\d+$/),
			senderId: agentOfZaia,
			role: 'assistant',
		});
		expect(read).toMatchObject({ method: 'GET', path: '/api/v1/chat-messages', status: 200 });
		expect(outputOf(execution, 'Read the chat')[0]!.length).toBeGreaterThan(1);
		expect(outputOf(execution, 'The message as stored')[0]).toMatchObject([{ json: posted!.body }]);
	});

	test('with a wrong chat nothing is written; corrected, it is written once', async () => {
		const chatId = { __rl: true, mode: 'id', value: '2a1a0001-5a1a-4000-8000-0000000000ff' };
		const wrong = { 'Post the message': { parameters: { chatId } } };
		const file = 'post-to-zaia-chat.json';
		expect((await runExample(real, await importExample(real, file, wrong))).status).toBe('error');
		expect((await runExample(real, await importExample(real, file))).status).toBe('success');
		const written = (await real.sandbox.requests('zaia')).filter(
			({ method, status }) => method === 'POST' && Number(status) < 300,
		);
		expect(written).toHaveLength(1);
	});
});

describe('Example: bring an external user into a Zaia chat', () => {
	test('the user is made known and is the sender, and the access token stays out', async () => {
		const workflow = await importExample(real, 'bring-user-into-zaia-chat.json');
		const execution = await runExample(real, workflow);
		expect(execution.status).toBe('success');
		const [user] = outputOf(execution, 'Get the user')[0]!;
		const [asked, posted] = await bodies();
		expect(asked).toEqual({
			channelId: '2a1a0000-5a1a-4000-8000-000000000001',
			externalId: 'crm-20817',
			id: null,
			identifier: 'sofia@example.com',
		});
		expect(posted).toMatchObject({ senderId: user!.json.superIdentityId, role: 'user' });
		expect(outputOf(execution, 'The message as stored')[0]).toMatchObject([
			{ json: { senderId: user!.json.superIdentityId } },
		]);
		expect(JSON.stringify(execution)).not.toContain('sandbox-token-');
	});

	test('with a wrong channel nobody writes; corrected, the user writes once', async () => {
		const channelId = { __rl: true, mode: 'id', value: '2a1a0000-5a1a-4000-8000-0000000000ff' };
		const wrong = { 'Get the user': { parameters: { channelId } } };
		const file = 'bring-user-into-zaia-chat.json';
		expect((await runExample(real, await importExample(real, file, wrong))).status).toBe('error');
		expect((await runExample(real, await importExample(real, file))).status).toBe('success');
		const written = (await real.sandbox.requests('zaia')).filter(
			({ path, method, status }) =>
				method === 'POST' && Number(status) < 300 && path.includes('chat-messages'),
		);
		expect(written).toHaveLength(1);
	});
});

describe('Example: escalate a Zaia ticket to a call', () => {
	const escalate = async (ticket: number, phone: string, changes: Changes = {}) => {
		const options = { maxWaitMinutes: 15, pollIntervalSeconds: 1, defaultCountryCode: '+52' };
		const workflow = await importExample(real, 'escalate-zaia-ticket-to-a-call.json', {
			'Call the customer': { parameters: { options } },
			...changes,
		});
		const id = `2a1a000c-5a1a-4000-8000-00000000000${ticket}`;
		const page = await fillForm(real, workflow, [id, phone, 'It is solved.']);
		const [execution] = await endedExecutions(real, workflow, 1);
		expect(execution?.status).toBe('success');
		return page;
	};

	test('the customer is called about the ticket, and the chat and the form say how it went', async () => {
		const page = await escalate(1, '+52 55 2000 0001');
		const [call] = await real.sandbox.requests('altur');
		expect(call?.body).toMatchObject({
			phone_number_to: '+525520000001',
			end_user_context: { whatToSay: 'It is solved.', ticket: { title: 'Ticket 1' } },
		});
		const [, posted, ...more] = await bodies();
		expect(more).toEqual([]);
		expect(posted).toEqual({
			chatId: '2a1a0001-5a1a-4000-8000-000000000001',
			chatThreadId: null,
			content: 'Falamos com você por telefone sobre este atendimento.',
			externalId: null,
			senderId: agentOfZaia,
			role: 'assistant',
		});
		expect(page).toMatch(/The customer was on the phone for \d+ seconds\./);
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1 });
	});

	test('an error is for the team, the customer reads a plain sentence; corrected, it calls once', async () => {
		expect(await escalate(2, 'nobody')).toMatch(/did not work out\. .*nobody/);
		const [, posted] = await bodies();
		expect(posted).toMatchObject({
			content: 'Nossa equipe está cuidando do seu atendimento e vai falar com você em breve.',
		});
		expect(await real.sandbox.dialled()).toEqual({});
		expect(await escalate(2, '55 2000 0001')).toContain('The customer was on the phone');
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1 });
	});

	test('a ticket that is not there calls nobody, and the form says so', async () => {
		const page = await escalate(9, '+52 55 2000 0001');
		expect(page).toContain('00000009 could not be read, so nobody was called.');
		expect(await real.sandbox.counts()).toMatchObject({ count: 0 });
		expect(await bodies()).toHaveLength(1);
	});

	test('what cannot be written into the chat does not hide how the call went', async () => {
		const senderId = { __rl: true, mode: 'id', value: 'nobody' };
		const page = await escalate(1, '+52 55 2000 0001', {
			'Write it into the chat': { parameters: { senderId } },
		});
		expect(page).toMatch(/The customer was on the phone .*It was not written into the chat/);
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1 });
	});
});
