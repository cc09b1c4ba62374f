import { errorOf, type StoredCredential, type StoredWorkflow } from '../../host/client.mts';
import { startMailServer, type MailServer } from '../support/mailServer.mts';
import { endedExecutions, importExample, publishExample } from '../support/n8nExample.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { fillTable, tableOf } from '../support/n8nTable.mts';

const file = 'when-a-call-ends.json';
const ana = { phone: '+525512345678', name: 'Ana García', email: 'ana@example.com' };

jest.setTimeout(120_000);

describe('Example: when a call ends, update the sheet and write to those who promised to pay', () => {
	let real: Lab;
	let post: MailServer;
	let smtp: StoredCredential;
	let workflow: StoredWorkflow;
	let url: string;

	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		post = await startMailServer();
		const data = { user: '', password: '', ...post.credential };
		smtp = await real.n8n.saveCredential({ name: 'Mail on this machine', type: 'smtp', data });
	});
	afterEach(async () => {
		await real.n8n.deactivate(workflow);
		await post.close();
	});

	const publish = async (options = {}, customer = ana) => {
		workflow = await importExample(real, file, {
			'A call ended': { parameters: { options } },
			'Write to them': { credentials: { smtp: { id: smtp.id, name: smtp.name } } },
		});
		const text = 'string' as const;
		await fillTable(real, 'Customers', { phone: text, name: text, email: text }, [customer]);
		url = await publishExample(real, workflow);
	};

	/** Altur's own example of an event, with these differences. */
	const callEnds = async (payload: object = {}) => {
		const answer = await fetch(`${real.sandbox.url}/sandbox/altur/events`, {
			method: 'POST',
			body: JSON.stringify({ event: 'on_call_end', url, payload }),
		});
		expect(await answer.json()).toMatchObject([{ outcome: 200 }]);
	};

	const ended = async (count: number) => {
		const executions = await endedExecutions(real, workflow, count);
		expect(executions.map((execution) => errorOf(execution)?.message)).toEqual(
			Array(count).fill(undefined),
		);
	};

	test('a promise is written down and answered with one e-mail', async () => {
		await publish();
		await callEnds({ id: 'cll_1' });
		await ended(1);
		expect(await tableOf(real, 'Calls')).toEqual([
			{
				callId: 'cll_1',
				phone: ana.phone,
				name: 'Ana García',
				status: 'ended',
				answeredBy: 'human',
				duration: 45,
				tags: 'payment_promise, call_later',
				followUp: 'written',
			},
		]);
		expect(post.mails).toEqual([
			{ to: [ana.email], text: expect.stringContaining('Thank you for your call') },
		]);
		expect(post.mails[0]!.text.replace(/=C3=AD/g, 'í')).toContain('Hello Ana García,');
		expect(post.mails[0]!.text).toContain('your payment of 1200.');
	});

	test('a call that Altur reports again stays one row, updated, and nobody is written to twice', async () => {
		await publish({ ignoreRepeats: false });
		await callEnds({ id: 'cll_1' });
		await ended(1);
		await callEnds({ id: 'cll_1', duration: 50 });
		await ended(2);
		expect(await tableOf(real, 'Calls')).toMatchObject([
			{ callId: 'cll_1', duration: 50, followUp: 'written' },
		]);
		expect(post.mails).toHaveLength(1);
	});

	test('C17: a call that comes a second time with its transcript is one row and one e-mail', async () => {
		await publish();
		await callEnds({ id: 'cll_1', transcript: [], recording_url: '' });
		await ended(1);
		await callEnds({ id: 'cll_1', duration: 50 });
		await ended(2);
		expect(await tableOf(real, 'Calls')).toMatchObject([
			{ callId: 'cll_1', duration: 50, followUp: 'written' },
		]);
		expect(post.mails).toHaveLength(1);
	});

	test('a promise that stands only in the second event of a call is answered, once', async () => {
		await publish();
		const end_user = { display_name: 'Ana García', tags: [] };
		await callEnds({ id: 'cll_1', end_user, transcript: [] });
		await ended(1);
		expect(post.mails).toEqual([]);
		await callEnds({ id: 'cll_1' });
		await ended(2);
		await callEnds({ id: 'cll_1', recording_url: '/call/cll_1/recording?again', extra: 1 });
		await ended(3);
		expect(await tableOf(real, 'Calls')).toMatchObject([{ followUp: 'written' }]);
		expect(post.mails).toHaveLength(1);
	});

	test('two events of one call at the same moment are answered with one e-mail', async () => {
		await publish();
		await Promise.all([callEnds({ id: 'cll_1', transcript: [] }), callEnds({ id: 'cll_1' })]);
		await ended(2);
		expect(post.mails).toHaveLength(1);
	});

	test('B02: a customer whose number is written in another spelling gets the e-mail', async () => {
		await publish({}, { ...ana, phone: '55 1234-5678' });
		await callEnds({ id: 'cll_1', phone_number_to: '+5215512345678' });
		await ended(1);
		expect(await tableOf(real, 'Calls')).toMatchObject([
			{ phone: '+525512345678', followUp: 'written' },
		]);
		expect(post.mails).toMatchObject([{ to: [ana.email] }]);
	});

	test('with the address filled in later, a call that is reported again is answered once', async () => {
		await publish({ ignoreRepeats: false }, { ...ana, email: '' });
		await callEnds({ id: 'cll_1' });
		await ended(1);
		expect(await tableOf(real, 'Calls')).toMatchObject([{ followUp: 'no e-mail address' }]);
		const text = 'string' as const;
		await fillTable(real, 'Customers', { phone: text, name: text, email: text }, [ana]);
		for (const count of [2, 3]) {
			await callEnds({ id: 'cll_1' });
			await ended(count);
		}
		expect(await tableOf(real, 'Calls')).toMatchObject([{ followUp: 'written' }]);
		expect(post.mails).toHaveLength(1);
	});

	test('a call without a promise is only written down, and a stranger’s promise is marked', async () => {
		await publish();
		await callEnds({ id: 'cll_1', end_user: { display_name: 'Ana García', tags: ['busy'] } });
		await callEnds({ id: 'cll_2', phone_number_to: '+525500000000' });
		await callEnds({ id: 'cll_3', status: 'no-answer', answered_by: 'unknown', end_user: null });
		await ended(3);
		const rows = await tableOf(real, 'Calls');
		expect(
			rows.sort((one, other) => String(one.callId).localeCompare(String(other.callId))),
		).toMatchObject([
			{ callId: 'cll_1', tags: 'busy', followUp: null },
			{ callId: 'cll_2', followUp: 'no e-mail address' },
			{ callId: 'cll_3', status: 'no-answer', tags: '', followUp: null },
		]);
		expect(post.mails).toEqual([]);
	});
});
