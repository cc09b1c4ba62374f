import { sameSecret } from '../../nodes/shared/sameSecret.ts';

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
		for (let time = 0; time < 2_000; time++) sameSecret(shown, secret);
		return performance.now() - start;
	};
	const early = `x${secret.slice(1)}`;
	const late = `${secret.slice(1)}x`;
	timed(early);
	const ratios = [1, 2, 3, 4, 5].map(() => timed(early) / timed(late)).sort((a, b) => a - b);
	expect(ratios[2]).toBeGreaterThan(0.5);
	expect(ratios[2]).toBeLessThan(2);
});
