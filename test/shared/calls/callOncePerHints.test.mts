import { altur, sandboxForTests } from '../../support/altur.mts';
import { callJob } from '../../support/calls.mts';
import { deduplicationForTests } from '../../support/deduplication.mts';

const sandbox = sandboxForTests();
const store = deduplicationForTests();
const once = { callOncePer: 'November' };

test.each([
	[49_999, false],
	[50_000, true],
])('with %i entries in the store a hint about its size comes: %s', async (count, hinted) => {
	store.fill('w', count);
	const { hintsInFull } = await altur(sandbox, callJob(1, once));
	const shown = hintsInFull.filter(({ message }) => message.includes('slows each call down'));
	expect(shown).toHaveLength(hinted ? 1 : 0);
	expect(hintsInFull).toHaveLength(1);
});

test.each([
	[2, {}, 'Call Once Per none (running this again calls these 2 numbers again)'],
	[2, once, 'Call Once Per November'],
	[2, { checkOnly: true }, 'Call Once Per none'],
	[1, {}, 'Call Once Per none'],
])('%i rows with %j: the one hint of the run says "%s"', async (count, options, said) => {
	const { hintsInFull } = await altur(sandbox, callJob(count, options));
	expect(hintsInFull).toEqual([
		{
			message: expect.stringMatching(/^\d (called|checked)\. Check Only o/),
			location: 'outputPane',
		},
	]);
	expect(hintsInFull[0]?.message.endsWith(`, ${said}.`)).toBe(true);
});
