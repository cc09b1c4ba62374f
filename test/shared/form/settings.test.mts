import { vendor } from '../../../nodes/Altur/vendor.ts';
import { create } from '../../../nodes/Altur/resources/call/create.ts';
import { get } from '../../../nodes/Altur/resources/call/get.ts';
import { settingsFields, settingsOf } from '../../../nodes/shared/form/settings.ts';
import { altur, sandboxForTests } from '../../support/altur.mts';
import { callJob } from '../../support/calls.mts';
import { reading } from '../../support/reading.mts';

const sandbox = sandboxForTests();

const settings = (options: object, operation = create) =>
	settingsOf(
		reading({ options }, [
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				default: {},
				options: settingsFields(vendor, operation),
			},
		]),
		vendor,
		operation,
	);

test('options that were not added have the defaults that the form shows', () => {
	expect(settings({})).toEqual({
		concurrency: 5,
		requestsPerSecond: 10,
		timeoutMs: 120_000,
		maxRetries: 3,
	});
	expect(settings({}, get)).toMatchObject({ timeoutMs: 30_000 });
	const shown = settingsFields(vendor, get).map((field) => [field.name, field.default]);
	expect(Object.fromEntries(shown)).toEqual({
		concurrency: 5,
		requestsPerSecond: 10,
		timeoutSeconds: 30,
		maxRetries: 3,
	});
});

test('an option left empty counts as not added, a number as text as that number', () => {
	expect(settings({ concurrency: '', maxRetries: null, timeoutSeconds: '7' })).toMatchObject({
		concurrency: 5,
		maxRetries: 3,
		timeoutMs: 7_000,
	});
});

test.each([
	{ concurrency: 1 },
	{ concurrency: 500 },
	{ requestsPerSecond: 0 },
	{ requestsPerSecond: 0.5 },
	{ timeoutSeconds: 1 },
	{ timeoutSeconds: 3600 },
	{ maxRetries: 0 },
	{ maxRetries: 20 },
])('%j is taken', (options) => expect(() => settings(options)).not.toThrow());

test.each([
	[{ concurrency: 0 }, 'Concurrency: must be a whole number from 1 to 500'],
	[{ concurrency: 501 }, 'Concurrency: must be a whole number from 1 to 500'],
	[{ concurrency: 2.5 }, 'Concurrency: must be a whole number from 1 to 500'],
	[{ concurrency: 'many' }, 'Concurrency: must be a whole number from 1 to 500'],
	[{ requestsPerSecond: -1 }, 'Requests per Second: must be a number of zero or more'],
	[{ requestsPerSecond: Infinity }, 'Requests per Second: must be a number of zero or more'],
	[{ timeoutSeconds: 0 }, 'Timeout (Seconds): must be a whole number from 1 to 3600'],
	[{ timeoutSeconds: 3601 }, 'Timeout (Seconds): must be a whole number from 1 to 3600'],
	[{ maxRetries: -1 }, 'Max Retries: must be a whole number from 0 to 20'],
	[{ maxRetries: 21 }, 'Max Retries: must be a whole number from 0 to 20'],
])('%j is refused in the form’s words', (options, words) =>
	expect(() => settings(options)).toThrow(words),
);

test('a bad option sends nothing, and stops the node with the form’s words', async () => {
	const { error } = await altur(sandbox, callJob(2, { concurrency: 0 }));
	expect(error?.message).toBe(
		'Nothing was sent. Options › Concurrency: must be a whole number from 1 to 500',
	);
	expect(sandbox.it.requests()).toEqual([]);
});

test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
	'under %s a bad option brings no row out as if it were done',
	async (onError) => {
		const { outputs } = await altur(sandbox, { ...callJob(2, { maxRetries: 99 }), onError });
		expect(outputs.flat()).toHaveLength(2);
		for (const { json } of outputs.flat()) expect(JSON.stringify(json)).toContain('"refused"');
		expect(outputs[onError === 'continueErrorOutput' ? 1 : 0]).toHaveLength(2);
	},
);
