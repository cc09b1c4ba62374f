import { runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const refuses = () => ({ statusCode: 400 });
const going = { onError: 'continueRegularOutput' } as const;

describe('an operation that pauses the execution', () => {
	const paused = async (job: Partial<ToyRun> = {}) => {
		const until: number[] = [];
		const items = [{ json: { phone: '1' }, binary: { file: {} as never } }];
		const operation = sends('export', {
			pause: { minutes: () => 30, timedOut: () => ({ timedOut: true }) },
		});
		const ran = await runToy({
			operation,
			...job,
			supplies: {
				putExecutionToWait: async (time: Date) => void until.push(time.getTime() - Date.now()),
				...(job.numbers ? {} : { getInputData: () => items }),
			},
		});
		return { ...ran, until, input: items };
	};

	test('does so once its row was accepted, for as long as it says', async () => {
		const { until, input } = await paused();
		expect(until).toHaveLength(1);
		expect(until[0]).toBeGreaterThan(29.9 * 60_000);
		expect(until[0]).toBeLessThanOrEqual(30 * 60_000);
		// When time runs out n8n goes on with the node's input.
		expect(input).toEqual([{ json: { timedOut: true } }]);
	});

	test('does not do so where its row failed', async () => {
		const { until, items } = await paused({ answer: refuses, node: going });
		expect(until).toEqual([]);
		expect(items).toMatchObject([{ outcome: 'refused' }]);
	});

	test('takes one row a run: of more none is sent, and each says so', async () => {
		const { items, asked } = await paused({ numbers: ['1', ''], node: going });
		expect(asked).toEqual([]);
		expect(items).toEqual([
			{
				outcome: 'refused',
				message:
					'export pauses the execution and takes one row a run, but 2 came; put a Loop Over Items node with a batch size of 1 in front of it',
				row: 1,
			},
			{ outcome: 'refused', message: 'as row 1', row: 2 },
		]);
	});

	test('is no tool', async () => {
		const { items, asked } = await paused({ node: { type: 'toyTool' } });
		expect(asked).toEqual([]);
		expect(items[0]?.message).toContain('export pauses the execution, which a tool cannot do.');
	});
});
