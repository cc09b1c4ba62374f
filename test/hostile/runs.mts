import type { INode } from 'n8n-workflow';
import fc from 'fast-check';

/** Set by `npm run fuzz`: for how long in all, and where chance begins. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);
const seed = process.env.FUZZ_SEED;

/** Longest a test may take. */
export const limitMs = minutes > 0 ? minutes * 60_000 + 120_000 : 60_000;

/** Tries a property a few times; where time was given, again and again for its share of it. */
export async function tried<Values>(
	property: fc.IAsyncProperty<Values>,
	few: number,
	shares: number,
): Promise<void> {
	const end = Date.now() + (minutes * 60_000) / shares;
	let round = 0;
	do {
		const from = seed === undefined ? {} : { seed: Number(seed) + round };
		await fc.assert(property, { ...from, numRuns: few });
		round += 1;
	} while (Date.now() < end);
}

/** What n8n may do on an error; everything is tried under each. */
export const settings: Array<NonNullable<INode['onError']>> = [
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
];
