import { altur, sandboxForTests } from '../../support/altur.mts';
import { callJob, phones } from '../../support/calls.mts';

const sandbox = sandboxForTests();
const requests = () => sandbox.it.requests('altur');

/** Runs the job and presses Stop once that many requests came; answers what n8n kept, and how long the end took. */
async function stopAfter(count: number, job: Parameters<typeof altur>[1]) {
	let stop = () => {};
	const ran = altur(sandbox, { ...job, onStarted: (cancel) => (stop = cancel) });
	const running = performance.now();
	// Long, since a machine that is busy with other tests takes seconds to load the node.
	while (requests().length < count && performance.now() - running < 60_000) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	expect(requests().length).toBeGreaterThanOrEqual(count);
	await new Promise((resolve) => setTimeout(resolve, 50));
	const pressed = performance.now();
	stop();
	const { customData } = await ran;
	return { customData, took: performance.now() - pressed };
}

const settle = async () => await new Promise((resolve) => setTimeout(resolve, 600));

test('rows that wait for their turn are let go at once and never sent', async () => {
	const { took } = await stopAfter(1, callJob(10, { requestsPerSecond: 0.5, concurrency: 5 }));
	// The next turn would come after two seconds, the last after eighteen.
	expect(took).toBeLessThan(1_900);
	await settle();
	expect(requests()).toHaveLength(1);
});

test('a call that is being followed to its end was placed, and is written down as such', async () => {
	const { parameters } = callJob(0);
	const { customData } = await stopAfter(2, {
		parameters: {
			...parameters,
			operation: 'createAndWait',
			options: { requestsPerSecond: 0, pollIntervalSeconds: 0.05 },
		},
		items: phones('+525550000006'),
	});
	expect(customData).toEqual({
		placed_count: '1 of 1',
		placed_1: expect.stringMatching(/^cll_\w+$/) as string,
	});
});

test('what n8n keeps of many calls fits its ten entries of 255 characters, the count first', async () => {
	const items = [...callJob(120).items, ...phones('+525550000904')];
	const { customData = {} } = await stopAfter(121, { ...callJob(0, { concurrency: 1 }), items });
	expect(customData.placed_count).toBe('120 of 121');
	expect(customData.unknown_1).toBe('+525550000904');
	const ids = Object.entries(customData).filter(([name]) => /^placed_\d/.test(name));
	expect(ids.length).toBeGreaterThan(1);
	expect(ids.join().match(/cll_\w+/g)!.length).toBeGreaterThanOrEqual(20);
	expect(Object.keys(customData).length).toBeLessThanOrEqual(10);
	for (const text of Object.values(customData)) expect(text.length).toBeLessThanOrEqual(255);
});

// The account stays paused: no test can follow this one.
test('a pause of minutes that the vendor asked for is not waited out', async () => {
	sandbox.it.fail({ vendor: 'altur', fault: { kind: 'throttled', seconds: 299 } });
	const { took, customData } = await stopAfter(1, callJob(2, { concurrency: 1 }));
	expect(took).toBeLessThan(20_000);
	expect(customData ?? {}).toEqual({});
});
