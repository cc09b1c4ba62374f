import { sameNumber } from '../../../nodes/shared/calls/sameNumber.ts';
import type { Gate, Pass } from '../../../nodes/shared/contract/row.ts';
import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import { reads, runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const going = { onError: 'continueRegularOutput' } as const;
const checked: Pass = { outcome: 'checked', message: 'Checked.' };

/** A gate that lets all through but these, and what it was told. */
function watched(name: string, log: string[], ...holds: string[]): Gate {
	const about = (what: string) => (row: { request: { phoneNumber?: string } }) =>
		void log.push(`${name} ${what} ${row.request.phoneNumber}`);
	return {
		look: (row) => {
			about('look')(row);
			return holds.includes(row.request.phoneNumber ?? '') ? checked : undefined;
		},
		placed: about('placed'),
		notPlaced: about('notPlaced'),
		unclear: about('unclear'),
		close: async () => void log.push(`${name} close`),
	};
}

async function runGated(more: Partial<Operation>, job: Partial<ToyRun>, ...holds: string[]) {
	const log: string[] = [];
	const gates = async () => [watched('first', log), watched('second', log, ...holds)];
	const operation = sends('call', { outcome: 'placed', gates, ...more });
	const parameters = { options: { concurrency: 1, maxRetries: 0 } };
	return { ...(await runToy({ parameters, node: going, ...job, operation })), log };
}

test('each gate looks before a row leaves, is told that it was placed, and is closed at the end', async () => {
	const { log } = await runGated({}, {});
	expect(log).toEqual([
		...['first look 1', 'second look 1', 'first placed 1', 'second placed 1'],
		...['first close', 'second close'],
	]);
});

test('a row that one gate holds back is not sent, and those before it are told', async () => {
	const { log, asked, items } = await runGated({}, { numbers: ['1', '2'] }, '1');
	expect(items).toMatchObject([{ phoneNumber: '1', ...checked }, { outcome: 'placed' }]);
	expect(asked).toEqual(['2']);
	expect(log.slice(0, 3)).toEqual(['first look 1', 'second look 1', 'first notPlaced 1']);
	expect(log).not.toContain('second notPlaced 1');
});

test.each([
	['refused', 400, 'notPlaced'],
	['unknown', 500, 'unclear'],
])('where a row is %s (%i) each gate is told: %s', async (_what, statusCode, told) => {
	const { log } = await runGated({}, { answer: () => ({ statusCode }) });
	expect(log.slice(2)).toEqual([
		...[`first ${told} 1`, `second ${told} 1`, 'first close', 'second close'],
	]);
});

test('a row counts as placed from its first answer on, whatever becomes of its other requests', async () => {
	const run: Operation['run'] = (_read, request) => async (send) => {
		await send(request);
		return [{ json: (await send({ ...request, repeat: 'safe' })).body as object }] as never;
	};
	let answers = 0;
	const answer = () => ({ statusCode: ++answers === 1 ? 200 : 404 });
	const { log, items } = await runGated({ run }, { answer });
	expect(items).toMatchObject([{ outcome: 'refused' }]);
	expect(log.filter((line) => line.includes(' placed'))).toEqual([
		'first placed 1',
		'second placed 1',
	]);
});

test('a read within a row places nothing', async () => {
	const run: Operation['run'] = (_read, request) => async (send) => {
		await send({ ...request, repeat: 'safe' });
		return [];
	};
	const { log } = await runGated({ run }, {});
	expect(log.join()).not.toContain('placed');
});

test('gates need not have more than a look', async () => {
	const gates = async () => [{ look: () => undefined }];
	const { items } = await runGated(
		{ gates },
		{ numbers: ['1', '2'], answer: (to) => ({ statusCode: to === '1' ? 400 : 200 }) },
	);
	expect(items).toMatchObject([{ outcome: 'refused' }, { outcome: 'placed' }]);
});

test('gates are closed though one of them breaks, and its row is not sent', async () => {
	const log: string[] = [];
	const broken: Gate = {
		...watched('broken', log),
		look: () => {
			throw new Error('The disk is full');
		},
	};
	const { items, asked } = await runGated({ gates: async () => [broken] }, {});
	expect(items).toMatchObject([
		{
			outcome: 'notAttempted',
			message: 'Not sent: The disk is full.',
			advice: 'Please report this.',
		},
	]);
	expect(asked).toEqual([]);
	expect(log).toEqual(['broken notPlaced 1', 'broken close']);
});

test('gates are made of the rows that may leave, for as many as are under way at once', async () => {
	const seen: unknown[] = [];
	const gates: Operation['gates'] = async (context, rows, lanes) => {
		seen.push(
			context.getNode().name,
			rows.map(({ index }) => index),
			lanes,
		);
		return [];
	};
	const numbers = ['1', '', '2'];
	await runGated({ gates }, { numbers, parameters: { options: { concurrency: 7 } } });
	expect(seen).toEqual(['Subject', [0, 2], 7]);
});

test('gates that cannot be made send nothing, and every row says so', async () => {
	const gates = async () => {
		throw Object.assign(new Error('No store'), { description: 'Save the workflow.' });
	};
	const { items, asked } = await runGated({ gates }, { numbers: ['1', '2'] });
	expect(asked).toEqual([]);
	const said = { outcome: 'refused', message: 'No store', advice: 'Save the workflow.' };
	expect(items).toMatchObject([said, said]);
	const { error } = await runGated({ gates }, { node: {} });
	expect(error).toMatchObject({ message: 'No store' });
});

test('a row that an earlier try has sent comes out as sent: no gate holds it back', async () => {
	const memory = {
		'sent:0': { 0: { of: 'POST /call 1', answer: { status: 200, body: { id: 'a' } } } },
	};
	const supplies = { getContext: () => memory };
	const { items, asked } = await runGated({}, { supplies }, '1');
	expect(items).toEqual([{ outcome: 'placed', phoneNumber: '1', line: '1', id: 'a' }]);
	expect(asked).toEqual([]);
});

test('a number that stands twice rings once behind its gate; a read of the same twice is two reads', async () => {
	const numbers = ['1', '1'];
	const gates: Operation['gates'] = async (context, rows) => [sameNumber(context, rows)];
	const call = await runToy({ operation: sends('call', { gates }), numbers });
	expect(call.asked).toEqual(['1']);
	expect(call.items[1]).toMatchObject({ outcome: 'skipped', reason: 'sameNumber' });
	const request: Operation['request'] = (read) => ({
		...{ method: 'GET', url: '/x', phoneNumber: read.text('phoneNumber') },
	});
	expect((await runToy({ operation: reads('get', { request }), numbers })).asked).toHaveLength(2);
});
