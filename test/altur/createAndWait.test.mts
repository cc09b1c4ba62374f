import { agents } from '../../sandbox/altur/agents.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const parameters = {
	resource: 'call',
	operation: 'createAndWait',
	agentId: agents.diana.id,
	phoneNumber: '={{ $json.phone }}',
};
const soon = { pollIntervalSeconds: 0.05, maxWaitMinutes: 1, requestsPerSecond: 0 };
const number = (digits: string) => ({ phone: `+525550000${digits}` });
const call = async (items: object[], options: object = {}, job: object = {}) =>
	await altur(sandbox, {
		...job,
		parameters: { ...parameters, options: { ...soon, ...options } },
		items: items as [],
	});
const placed = () => sandbox.it.requests('altur').filter(({ method }) => method === 'POST');
const polls = () => sandbox.it.requests('altur').filter(({ method }) => method === 'GET');

test('each row comes out with the ended call: answered, busy, unanswered, failed, forwarded', async () => {
	const rows = ['100', '001', '002', '003', '005'].map(number);
	const { outputs, error } = await call(rows);
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json.status)).toEqual([
		'ended',
		'busy',
		'no-answer',
		'failed',
		'ended',
	]);
	expect(outputs[0]).toMatchObject(
		rows.map(({ phone }, item) => ({
			json: { phoneNumber: phone, outcome: 'placed', timedOut: false },
			pairedItem: { item },
		})),
	);
	expect(Object.values(sandbox.it.dialled())).toEqual([1, 1, 1, 1, 1]);
	expect(placed()).toHaveLength(5);
	expect(polls().every(({ path }) => /^\/call\/cll_\w+$/.test(path))).toBe(true);
});

test('a call that does not end comes out with its last state and timedOut, and is no failure', async () => {
	const { outputs, error } = await call([number('006')], { maxWaitMinutes: 0.005 });
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([
		{ json: { status: 'in-progress', outcome: 'placed', timedOut: true } },
	]);
});

test('a status nobody has heard of means that the call is still going', async () => {
	sandbox.it.fail({
		vendor: 'altur',
		method: 'GET',
		times: 3,
		fault: { kind: 'status', status: 200, body: { id: 'cll_x', status: 'transcribing' } },
	});
	const { outputs } = await call([number('001')]);
	expect(outputs[0]).toMatchObject([{ json: { status: 'busy' } }]);
	expect(polls().length).toBeGreaterThan(3);
});

test.each([
	{ kind: 'reset' },
	{ kind: 'status', status: 404 },
	{ kind: 'status', status: 401 },
	{ kind: 'html' },
] as const)('a row that was placed does not fail because following it fails: %j', async (fault) => {
	sandbox.it.fail({ vendor: 'altur', method: 'GET', fault });
	const { outputs, error } = await call([number('001')], {
		maxWaitMinutes: 0.005,
		maxRetries: 0,
	});
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([
		{
			json: {
				status: 'created',
				outcome: 'placed',
				timedOut: true,
				pollError: expect.stringContaining('Altur'),
			},
		},
	]);
	expect(placed()).toHaveLength(1);
});

test('following goes on after polls that failed', async () => {
	sandbox.it.fail({
		vendor: 'altur',
		method: 'GET',
		times: 3,
		fault: { kind: 'status', status: 500 },
	});
	const { outputs } = await call([number('001')], { maxRetries: 0 });
	expect(outputs[0]).toMatchObject([{ json: { status: 'busy', timedOut: false } }]);
	expect(outputs[0][0].json).not.toHaveProperty('pollError');
});

test('with Retry On Fail a call that was placed is followed again, not placed again, even after a refused poll', async () => {
	sandbox.it.fail({
		vendor: 'altur',
		method: 'GET',
		times: 2,
		fault: { kind: 'status', status: 404 },
	});
	await call([number('100'), number('500'), number('001')], { concurrency: 1 }, { tries: 3 });
	const dialled = sandbox.it.dialled();
	expect(Object.values(dialled).every((count) => count === 1)).toBe(true);
	expect(placed().map(({ body }) => (body as { phone_number_to: string }).phone_number_to)).toEqual(
		['+525550000100', '+525550000500'],
	);
});

test('concurrency is how many people are on the phone at once', async () => {
	sandbox.it.set({ speed: 60 });
	let most = 0;
	const watch = setInterval(() => {
		const { calls } = sandbox.it.state('altur') as { calls: number };
		most = Math.max(most, calls - ended());
	}, 5);
	const ended = () =>
		new Set(
			polls()
				.filter(({ status }) => status === 200)
				.map(({ path }) => path),
		).size;
	await call(['001', '001', '001', '001'].map(number), { concurrency: 2, allowSameNumber: true });
	clearInterval(watch);
	const order = sandbox.it.requests('altur').map(({ method }) => method);
	expect(order.slice(0, 2)).toEqual(['POST', 'POST']);
	expect(order.slice(2, 4)).toEqual(['GET', 'GET']);
	expect(most).toBeLessThanOrEqual(2);
});

test('polling shares the pace of the account', async () => {
	sandbox.it.set({ maxPerSecond: 11, speed: 20 });
	const { error } = await call(['001', '002'].map(number), { requestsPerSecond: 10 });
	expect(error).toBeUndefined();
	expect(sandbox.it.requests('altur').every(({ status }) => status === 200)).toBe(true);
});

test('when the user presses Stop, a call that is being followed is written down as placed', async () => {
	const { customData } = await call(
		[number('006'), number('006')],
		{ allowSameNumber: true },
		{
			onStarted: (cancel: () => void) => setTimeout(cancel, 400),
		},
	);
	expect(customData).toMatchObject({
		placed_count: '2 of 2',
		placed_1: expect.stringMatching(/^cll_\w+, cll_\w+$/),
	});
	expect(customData).not.toHaveProperty('unknown_count');
});

test.each([
	[{ pollIntervalSeconds: 0 }, 'Poll Interval (Seconds): must be more than 0'],
	[{ maxWaitMinutes: 10_000 }, 'Max Wait (Minutes): must be more than 0, and no more than a day'],
	[{ checkOnly: true, maxWaitMinutes: -1 }, 'Max Wait (Minutes): must be a number of zero or more'],
])('%j is refused: %s', async (options, reason) => {
	const { error } = await call([number('100')], options);
	expect(error?.message).toContain(reason);
	expect(placed()).toHaveLength(0);
});
