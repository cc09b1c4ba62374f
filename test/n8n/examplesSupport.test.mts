import { outputOf } from '../../host/client.mts';
import { endedExecutions, importExample, runExample } from '../support/n8nExample.mts';
import { fillForm } from '../support/n8nForm.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

jest.setTimeout(120_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => {
	await real.sandbox.reset();
	await real.sandbox.set({ speed: 600 });
});

describe('Example: answer a customer through GuruSup from a form', () => {
	const ask = async (question: string) => {
		const workflow = await importExample(real, 'answer-customer-through-gurusup.json');
		const page = await fillForm(real, workflow, ['ana@example.com', question]);
		const [execution] = await endedExecutions(real, workflow, 1);
		expect(execution?.status).toBe('success');
		return page;
	};

	test('the question reaches GuruSup once, as the customer’s, and the reply is shown', async () => {
		expect(await ask('Where is it?')).toContain('Gracias, he recibido: Where is it?');
		expect(await real.sandbox.requests('gurusup')).toMatchObject([
			{
				method: 'POST',
				path: '/messages',
				body: {
					body: 'Where is it?',
					user_fid: 'ana@example.com',
					thread_fid: 'form-ana@example.com',
					subject: 'Question from the form',
					is_customer_support_agent: false,
				},
			},
		]);
	});

	test('without a reply the customer reads that somebody will write', async () => {
		await fetch(`${real.sandbox.url}/sandbox/gurusup/behaviour`, {
			method: 'POST',
			body: JSON.stringify({ toCustomer: 'nothing' }),
		});
		expect(await ask('Where is it?')).toContain('will write to you soon');
	});
});

describe('Example: call a customer with Altur, then tell GuruSup how it went', () => {
	const callAndTell = async (phone = '={{ $json.phone }}') => {
		const options = { pollIntervalSeconds: 1, maxWaitMinutes: 15 };
		const workflow = await importExample(real, 'call-then-tell-gurusup.json', {
			'Call and wait': { parameters: { phoneNumber: phone, options } },
		});
		const execution = await runExample(real, workflow);
		expect(execution.status).toBe('success');
		expect(outputOf(execution, 'Tell GuruSup')[0]).toHaveLength(1);
		const [told, ...more] = await real.sandbox.requests('gurusup');
		expect(more).toEqual([]);
		return told?.body;
	};

	test('the thread learns how long the customer was on the phone', async () => {
		expect(await callAndTell()).toEqual({
			body: expect.stringMatching(/^We called \+525512345678 and spoke for \d+ seconds\.$/),
			user_fid: 'ana@example.com',
			thread_fid: 'web-1001',
			subject: 'Call',
			is_customer_support_agent: true,
		});
		expect(await real.sandbox.dialled()).toEqual({ '+525512345678': 1 });
	});

	test.each([
		['+52 55 5000 0001', 'We called +525550000001 and reached nobody (busy).'],
		['+52 55 5000 0004', 'We called +525550000004 and reached nobody (ended, a machine).'],
		['+52 55 5000 0500', /^The call did not work out\. .*may have been placed/],
		['555', /^The call did not work out\. /],
	])('a call to %s is told as it went', async (phone, words) => {
		expect(await callAndTell(phone)).toMatchObject({
			body: typeof words === 'string' ? words : expect.stringMatching(words),
		});
	});
});
