import { sandboxForTests } from '../support/altur.mts';
import { guruSup } from '../support/gurusup.mts';
import { triggerForTests } from './triggerHost.mts';

const sandbox = sandboxForTests();
const trigger = triggerForTests();
const create = { resource: 'message', operation: 'create', userFid: 'ana', threadFid: 'web-9' };

beforeEach(() => sandbox.it.gurusup.setWebhook({ url: trigger.host.url }));

const say = async (body: string, isCustomerSupportAgent = false) =>
	await guruSup(sandbox, {
		parameters: { ...create, body, additionalFields: { isCustomerSupportAgent } },
	});

async function until(holds: () => boolean): Promise<void> {
	for (let time = 0; time < 200 && !holds(); time++)
		await new Promise((resolve) => setTimeout(resolve, 10));
	expect(holds()).toBe(true);
}

test('a reply goes out as a send message event with the organisation’s key, and reaches the trigger', async () => {
	const { outputs } = await say('¿Hola?');
	await until(() => trigger.started().length === 1);
	expect(trigger.started()).toEqual([[{ event: 'send_message', data: outputs[0]?.[0]?.json }]]);
	await until(() => sandbox.it.gurusup.deliveries()[0]?.outcome !== 'under way');
	expect(sandbox.it.gurusup.deliveries()).toMatchObject([{ outcome: 200, answer: '' }]);
});

test('an agent’s message brings about nothing, unless the sandbox is told to answer it', async () => {
	await say('Hola', true);
	expect(sandbox.it.gurusup.deliveries()).toEqual([]);
	sandbox.it.gurusup.behave({ toAgent: 'reply' });
	await say('Hola', true);
	await until(() => trigger.started().length === 1);
});

test.each([
	['valid', 200],
	['wrong', 401],
	['none', 401],
	['empty', 401],
	['doubled', 401],
	['some text', 401],
])('an event on demand with a %s key is answered %i', async (key, status) => {
	const deliveries = await sandbox.it.gurusup.send({ key, times: 2 });
	expect(deliveries).toMatchObject([{ outcome: status }, { outcome: status }]);
	expect(trigger.started()).toHaveLength(status === 200 ? 2 : 0);
});

test('an event on demand carries a given body, as JSON or to the letter', async () => {
	await sandbox.it.gurusup.send({ payload: { type: 'x' } });
	const [delivery] = await sandbox.it.gurusup.send({
		rawBody: 'no json',
		contentType: 'text/plain',
	});
	expect(trigger.started()).toEqual([[{ type: 'x' }]]);
	expect(delivery).toMatchObject({ body: 'no json', outcome: 400 });
});

test('the same control is there over HTTP', async () => {
	const ask = async (path: string, body: object) =>
		await fetch(`${sandbox.url}/sandbox/gurusup/${path}`, {
			method: 'POST',
			body: JSON.stringify(body),
		});
	await ask('webhook', { url: trigger.host.url, key: 'another' });
	await ask('behaviour', { toCustomer: 'nothing' });
	expect(await (await ask('events', { times: 3 })).json()).toMatchObject([
		{ outcome: 401 },
		{ outcome: 401 },
		{ outcome: 401 },
	]);
	const listed = await fetch(`${sandbox.url}/sandbox/gurusup/deliveries`);
	expect(await listed.json()).toHaveLength(3);
});

test('a reset forgets messages, events and settings', async () => {
	await say('Hola');
	sandbox.it.reset();
	expect(sandbox.it.state('gurusup')).toEqual({ threads: 3, messages: 3, deliveries: 0 });
});
