import type { IWebhookFunctions } from 'n8n-workflow';
import { resumeWebhooks, takeAwaited } from '../../../nodes/shared/webhooks/wait.ts';

interface Delivery {
	shown?: unknown;
	awaited?: unknown;
	name?: string;
	take?: () => Promise<{ webhookResponse: string }>;
}

async function deliver({ shown, awaited, name = 'Zaia', take }: Delivery) {
	const answers: unknown[] = [];
	const log: string[] = [];
	const asked: string[] = [];
	const response = {
		status: (status: number) => ({ json: (body: object) => answers.push({ status, ...body }) }),
	};
	const context = {
		getQueryData: () => ({ signature: 's', ...(shown === undefined ? {} : { wait: shown }) }),
		getNode: () => ({ name }),
		getExecutionId: () => '17',
		getResponseObject: () => response,
		evaluateExpression(text: string) {
			asked.push(text);
			return awaited;
		},
		logger: { warn: (text: string) => log.push(text), error: (text: string) => log.push(text) },
	} as unknown as IWebhookFunctions;
	const given = take ?? (async () => ({ webhookResponse: 'taken' }));
	const result = await takeAwaited(context, given);
	return { result, answers, log, asked };
}

test('the delivery that is awaited is taken, also by a wait that began before waits had names', async () => {
	for (const delivery of [
		{ shown: 'n.1', awaited: 'n.1' },
		{ awaited: undefined },
		{ awaited: null },
	])
		expect(await deliver(delivery)).toMatchObject({
			result: { webhookResponse: 'taken' },
			answers: [],
			log: [],
		});
});

test.each([
	[undefined, 'n.1'],
	['', 'n.1'],
	['n.0', 'n.1'],
	['n.10', 'n.1'],
	[['n.1'], 'n.1'],
	[['n.1', 'n.0'], 'n.1'],
	[{ 0: 'n.1' }, 'n.1'],
	['n.1', undefined],
	['', undefined],
])(
	'one that shows %j where %j is awaited is answered 410, logged, and starts nothing',
	async (shown, awaited) => {
		const { result, answers, log } = await deliver({ shown, awaited });
		expect(result).toEqual({ noWebhookResponse: true });
		expect(answers).toEqual([{ status: 410, message: expect.stringContaining('was not taken') }]);
		expect(log).toEqual([expect.stringContaining('node "Zaia" of execution 17 was turned away')]);
	},
);

test('one that cannot be stored is answered 500 and starts nothing: n8n would wake the execution', async () => {
	const take = () => Promise.reject(new Error('disk full'));
	const { result, answers, log } = await deliver({ shown: 'n.1', awaited: 'n.1', take });
	expect(result).toEqual({ noWebhookResponse: true });
	expect(answers).toEqual([{ status: 500, message: expect.stringContaining('Deliver it again') }]);
	expect(log).toEqual([expect.stringContaining('goes on waiting: disk full')]);
});

test('no name of a node breaks out of the expression that reads what is awaited', async () => {
	const name = '"}} {{ evil() \\ é 😀';
	const { asked } = await deliver({ name, awaited: 'x' });
	const [, inner = '', rest] = /^\{\{ \$node\[("[^"]*")\](.*)$/.exec(asked[0]!) ?? [];
	expect(JSON.parse(inner)).toBe(name);
	expect(inner).not.toMatch(/[{}]/);
	expect(JSON.parse(/context\[("[^"]*")\]/.exec(rest!)![1]!)).toBe('awaited');
});

test('a paused execution is woken at an address of ours, and at n8n’s own where it has slept since an earlier version', () => {
	expect(resumeWebhooks.map(({ path }) => path)).toEqual(['delivery', '']);
	for (const webhook of resumeWebhooks)
		expect(webhook).toMatchObject({ httpMethod: 'POST', restartWebhook: true, responseData: '' });
});
