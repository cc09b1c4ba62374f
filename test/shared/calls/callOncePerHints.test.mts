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
	for (const hint of shown) expect(hint).toMatchObject({ type: 'warning', location: 'outputPane' });
});

test.each([
	[2, {}, true],
	[2, once, false],
	[2, { checkOnly: true }, false],
	[1, {}, false],
])(
	'%i rows with %j: a hint says that another execution calls them again: %s',
	async (count, options, hinted) => {
		const { hintsInFull } = await altur(sandbox, callJob(count, options));
		const again = {
			message: `Another execution calls these ${count} numbers again. To leave out who was called, set Call Once Per under Options.`,
			location: 'outputPane',
		};
		expect(hintsInFull).toEqual(hinted ? [again] : []);
	},
);
