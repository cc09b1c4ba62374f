import { sameSecret } from '../../../nodes/shared/webhooks/sameSecret.ts';

test('a secret is the same only as itself', () => {
	expect(sameSecret('s3cret-ñ', 's3cret-ñ')).toBe(true);
	expect(sameSecret('S3cret-ñ', 's3cret-ñ')).toBe(false);
});

test.each(['', 's', 's3cret-', 's3cret-ññ', 's'.repeat(100_000)])(
	'a text of another length is told apart without a throw (%#)',
	(shown) => expect(sameSecret(shown, 's3cret-ñ')).toBe(false),
);

test('an empty secret opens to nobody', () => {
	expect(sameSecret('', '')).toBe(false);
	expect(sameSecret('x', '')).toBe(false);
});

test('comparing takes about as long whether the first or the last letter differs', () => {
	const secret = 'k'.repeat(2_000);
	const timed = (shown: string) => {
		const start = performance.now();
		for (let time = 0; time < 200; time++) sameSecret(shown, secret);
		return performance.now() - start;
	};
	const early = `x${secret.slice(1)}`;
	const late = `${secret.slice(1)}x`;
	// The quickest of many, by turns: what else the machine does can only make a run slower.
	const quickest = { early: Infinity, late: Infinity };
	for (let turn = 0; turn < 40; turn++) {
		quickest.early = Math.min(quickest.early, timed(early));
		quickest.late = Math.min(quickest.late, timed(late));
	}
	expect(quickest.early / quickest.late).toBeGreaterThan(0.5);
	expect(quickest.early / quickest.late).toBeLessThan(2);
});
