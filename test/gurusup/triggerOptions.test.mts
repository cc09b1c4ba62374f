import { triggerForTests } from './triggerHost.mts';

const { deliver, set, started } = triggerForTests();
const options = (more: object) => set({ parameters: { options: { ...more } } });
const taken = { status: 200, text: '' };

describe('event names', () => {
	test.each(['event', 'event_type', 'eventType', 'type'])(
		'are looked for in "%s"',
		async (field) => {
			options({ eventNames: 'send_message' });
			expect(await deliver({ [field]: 'send_message' })).toEqual(taken);
			expect(started()).toHaveLength(1);
			expect(await deliver({ [field]: 'thread_closed' })).toEqual(taken);
			expect(started()).toHaveLength(1);
		},
	);

	test.each([
		['a, Send Message ,b', { type: 'send message' }, true],
		[['send_message', 'x'], { event: { id: 1 }, type: 'send_message' }, true],
		['send_message', [{ type: 'other' }, { type: 'send_message' }], true],
		['send_message', { name: 'send_message' }, false],
		['send_message', { type: null }, false],
		['send_message', 'send_message', false],
		['toString', {}, false],
		[' , ', { type: 'anything' }, true],
		['', {}, true],
	])('%j lets %j through: %j', async (eventNames, json, starts) => {
		options({ eventNames });
		expect(await deliver(json)).toEqual(taken);
		expect(started()).toHaveLength(starts ? 1 : 0);
	});
});

describe('repeats', () => {
	const message = (id: unknown, thread = 't') => ({ data: { id, thread } });

	test('without a repeat key every delivery counts', async () => {
		for (let time = 0; time < 3; time++) await deliver(message('m1'));
		expect(started()).toHaveLength(3);
	});

	test('with one, a value that came before is answered 200 and starts nothing', async () => {
		options({ repeatKey: 'data.id' });
		for (const id of ['m1', 'm1', 'm2', 'm1', 1, '1'])
			expect(await deliver(message(id))).toEqual(taken);
		expect(started()).toEqual(['m1', 'm2', 1, '1'].map((id) => [message(id)]));
	});

	test.each([undefined, null, '', {}, ['m1']])(
		'a delivery whose key is %j counts every time',
		async (id) => {
			options({ repeatKey: 'data.id' });
			await deliver(message(id));
			await deliver(message(id));
			expect(started()).toHaveLength(2);
		},
	);

	test('a path that leads nowhere loses nothing, whatever the body is', async () => {
		options({ repeatKey: 'data.id.__proto__.x' });
		for (const json of [message('m1'), message('m1'), [1], 'text', null]) await deliver(json);
		expect(started()).toHaveLength(5);
	});

	test('numbers beyond 2^53 are told apart by their digits', async () => {
		options({ repeatKey: 'message.id' });
		for (const last of [6, 7, 8, 7])
			await deliver(undefined, { raw: `{"message":{"id":136328593942309273${last}}}` });
		expect(started()).toHaveLength(3);
	});

	test('the path leads into lists too', async () => {
		options({ repeatKey: ' 0.id ' });
		for (const id of ['a', 'a', 'b']) await deliver([{ id }]);
		expect(started()).toHaveLength(2);
	});

	test('of fifty at once exactly one starts, and all are answered 200', async () => {
		options({ repeatKey: 'data.id' });
		set({ start: async () => await new Promise((resolve) => setTimeout(resolve, 50)) });
		const answers = await Promise.all(
			Array.from({ length: 50 }, async () => await deliver(message('m1'))),
		);
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(started()).toHaveLength(1);
	});

	test('a delivery whose execution could not start is not swallowed when it comes again', async () => {
		options({ repeatKey: 'data.id' });
		set({ start: () => Promise.reject(new Error('no room')) });
		expect(await deliver(message('m1'))).toMatchObject({ status: 500 });
		set({ start: () => {} });
		expect(await deliver(message('m1'))).toEqual(taken);
		expect(await deliver(message('m1'))).toEqual(taken);
		expect(started()).toHaveLength(1);
	});

	test('an event that was filtered out is not remembered', async () => {
		options({ repeatKey: 'data.id', eventNames: 'x' });
		await deliver(message('m1'));
		options({ repeatKey: 'data.id' });
		await deliver(message('m1'));
		expect(started()).toHaveLength(1);
	});

	test('each trigger has its own repeats', async () => {
		for (const nodeId of ['one', 'two']) {
			options({ repeatKey: 'data.id' });
			set({ nodeId });
			await deliver(message('shared'));
			await deliver(message('shared'));
		}
		expect(started()).toHaveLength(2);
	});

	test('the test URL takes the same delivery again and again', async () => {
		options({ repeatKey: 'data.id' });
		set({ mode: 'manual' });
		for (let time = 0; time < 3; time++) await deliver(message('m1'));
		set({ mode: 'trigger' });
		await deliver(message('m1'));
		expect(started()).toHaveLength(4);
	});
});
