import { errorOf, outputOf } from '../../host/client.mts';
import {
	endedExecutions,
	importExample,
	runExample,
	type Changes,
} from '../support/n8nExample.mts';
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
	const ask = async (question: string, changes: Changes = {}) => {
		const workflow = await importExample(real, 'answer-customer-through-gurusup.json', changes);
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

	test('a question that is not sent shows an address and no reason; asked again, it is sent once', async () => {
		const wrong = { parameters: { userFid: "={{ '' }}" } };
		const page = await ask('Where is it?', { 'Ask GuruSup': wrong });
		expect(page).toContain('Please write to support@example.com');
		expect(page).not.toMatch(/User FID|credential|run again/i);
		expect(await ask('Where is it?')).toContain('Gracias, he recibido: Where is it?');
		expect(await real.sandbox.requests('gurusup')).toHaveLength(1);
	});
});

describe('Example: call a customer with Altur, then tell GuruSup how it went', () => {
	const callAndTell = async (phone = '={{ $json.phone }}') => {
		const options = { pollIntervalSeconds: 1, maxWaitMinutes: 15, defaultCountryCode: '+52' };
		const workflow = await importExample(real, 'call-then-tell-gurusup.json', {
			'Call and wait': { parameters: { phoneNumber: phone, options } },
		});
		const execution = await runExample(real, workflow);
		expect(outputOf(execution, 'Tell GuruSup')[0]).toHaveLength(1);
		const told = (await real.sandbox.requests('gurusup')).at(-1)?.body as { body: string };
		return { told, toTeam: errorOf(execution)?.message };
	};

	test('the thread says that the customer was on the phone', async () => {
		const { told, toTeam } = await callAndTell();
		expect(told).toEqual({
			body: 'Hemos hablado con usted por teléfono.',
			user_fid: 'ana@example.com',
			thread_fid: 'web-1001',
			subject: 'Llamada',
			is_customer_support_agent: true,
		});
		expect(toTeam).toBeUndefined();
		expect(await real.sandbox.dialled()).toEqual({ '+525512345678': 1 });
	});

	const soon = 'Nuestro equipo está atendiendo su caso y se pondrá en contacto con usted pronto.';
	const missed =
		'Le hemos llamado por teléfono, pero no pudimos hablar con usted. Si lo prefiere, responda por aquí.';

	test.each([
		['+52 55 5000 0001', missed, undefined],
		['+52 55 5000 0004', missed, undefined],
		['+52 55 5000 0500', soon, expect.stringMatching(/may have been placed/)],
		['555', soon, expect.stringMatching(/^The call to .* did not work out\..*Phone Number/)],
	])(
		'what the customer reads of a call to %s is plain; errors go to the team',
		async (phone, words, error) => {
			const { told, toTeam } = await callAndTell(phone);
			expect(told.body).toBe(words);
			expect(toTeam).toEqual(error);
		},
	);

	test('after a wrong number was corrected the customer is called once', async () => {
		await callAndTell('555');
		expect(await real.sandbox.dialled()).toEqual({});
		expect((await callAndTell('55 2000 0001')).toTeam).toBeUndefined();
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1 });
	});
});
