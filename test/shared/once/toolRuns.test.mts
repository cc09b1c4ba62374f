import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import { reads, runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const call = sends('call', { outcome: 'placed' });
const message = sends('message', {
	request: (read) => ({ method: 'POST', url: '/message', body: { to: read.text('phoneNumber') } }),
});
const again = 'Do not call this tool again with the same values; tell the user what happened.';

/** Runs of one tool in one execution: what each came to, who was asked in all, and what is remembered. */
async function uses(operation: Operation, ...runs: Array<Partial<ToyRun>>) {
	const memory: IDataObject = {};
	const asked: string[] = [];
	const items: IDataObject[] = [];
	for (const [index, run] of runs.entries()) {
		const ran = await runToy({
			...{ operation, node: { type: 'toyTool' }, ...run },
			supplies: {
				getContext: () => memory,
				getWorkflowDataProxy: () => ({ $runIndex: index }) as never,
				...run.supplies,
			},
		});
		asked.push(...ran.asked);
		items.push(...ran.items);
	}
	return { memory: memory.sentAsTool as Record<string, boolean>, asked, items };
}

test('an agent that asks for a call again is told that it was made', async () => {
	const { items, asked, memory } = await uses(call, {}, {});
	expect(asked).toEqual(['1']);
	expect(items[1]).toEqual({
		...{ phoneNumber: '1', line: '1', outcome: 'skipped', reason: 'sameNumber' },
		message: `Skipped: 1 was called before in this execution. ${again}`,
	});
	expect(memory).toEqual({ 'POST /call 1': true });
});

test('of a call whose outcome is unknown it is told so, and it is not made again', async () => {
	const { items, asked } = await uses(call, { answer: () => ({ statusCode: 500 }) }, {});
	expect(asked).toEqual(['1']);
	expect(items[1]).toEqual({
		...{ phoneNumber: '1', line: '1', outcome: 'unknown' },
		message: `The call to 1 was tried before in this execution and may have taken place; it is not sent again. ${again}`,
	});
});

test('a refused call may be asked for again', async () => {
	const { asked } = await uses(call, { answer: () => ({ statusCode: 400 }) }, {});
	expect(asked).toEqual(['1', '1']);
});

test('what rings nobody is told apart by its content, which is not kept', async () => {
	const { items, asked, memory } = await uses(
		message,
		...[{ numbers: ['secret'] }, { numbers: ['secret'] }, { numbers: ['other'] }],
	);
	expect(asked).toEqual(['secret', 'other']);
	expect(items[1]).toMatchObject({
		...{ outcome: 'skipped', reason: 'alreadySent' },
		message: `Skipped: the same was sent and answered before in this execution. ${again}`,
	});
	expect(Object.keys(memory)).toEqual([
		expect.stringMatching(/^POST \/message [\w+/]{22}$/),
		expect.stringMatching(/^POST \/message [\w+/]{22}$/),
	]);
	expect(JSON.stringify(memory)).not.toContain('secret');
	const lost = await uses(message, { answer: () => ({ statusCode: 500 }) }, {});
	expect(lost.items[1]?.message).toMatch(/^The same was tried before in this execution/);
});

test('what has no body is told apart by its address', async () => {
	const ping = sends('ping', {
		request: (read) => ({ method: 'POST', url: `/${read.text('phoneNumber')}` }),
	});
	const { asked } = await uses(ping, {}, {}, { numbers: ['2'] });
	expect(asked).toEqual(['1', '2']);
});

test('two calls of one number at once are made once', async () => {
	const memory: IDataObject = {};
	const use = async () =>
		await runToy({
			operation: call,
			node: { type: 'toyTool' },
			supplies: { getContext: () => memory },
		});
	const all = await Promise.all([use(), use()]);
	expect(all.flatMap(({ asked }) => asked)).toEqual(['1']);
	expect(all[1].items).toMatchObject([{ outcome: 'unknown' }]);
});

test('Allow Same Number allows it for calls, and for nothing else', async () => {
	const parameters = { options: { allowSameNumber: true } };
	expect((await uses(call, { parameters }, { parameters })).asked).toEqual(['1', '1']);
	expect((await uses(message, { parameters }, { parameters })).asked).toEqual(['1']);
});

test('a call that was allowed and refused opens the door to none that is not allowed', async () => {
	const allowed = { parameters: { options: { allowSameNumber: true } } };
	const refused = { ...allowed, answer: () => ({ statusCode: 422 }) };
	expect((await uses(call, {}, refused, {})).asked).toEqual(['1', '1']);
});

test('what was accepted stays so, whatever fails afterwards', async () => {
	const run: Operation['run'] = (_read, request) => async (send) => {
		await send(request);
		await send({ ...request, repeat: 'safe' });
		return [];
	};
	let requests = 0;
	const answer = () => ({ statusCode: ++requests === 2 ? 404 : 200 });
	expect((await uses({ ...call, run }, { answer }, { answer })).asked).toEqual(['1', '1']);
});

test('reads, and nodes that are no tools, are not remembered', async () => {
	const read = await uses(reads('get'), {}, {});
	expect([read.asked, read.memory]).toEqual([['1', '1'], undefined]);
	const node = { type: 'toy' };
	const noTool = await uses(call, { node }, { node });
	expect([noTool.asked, noTool.memory]).toEqual([['1', '1'], undefined]);
});
