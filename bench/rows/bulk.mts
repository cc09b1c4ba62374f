import { alone } from '../alone.mts';
import { addContacts, readOnly } from '../contenders.mts';
import { mb, s } from '../finding.mts';
import type { Finding } from '../finding.mts';
import type { BenchLab } from '../lab.mts';

const work = '100,000 contacts';

/** Every thousand rows are one request. */
const inThousands = ({ sandbox }: BenchLab) => ({
	isDone: async (rows: number) => (await sandbox.counts()).count === Math.ceil(rows / 1000),
});
const nothing = ({ sandbox }: BenchLab) => ({
	isDone: async () => (await sandbox.counts()).count === 0,
});

export async function bulk(): Promise<Finding[]> {
	const large = await alone(() => addContacts, 100_000, inThousands);
	const reading = await alone(() => readOnly, 100_000, nothing);
	const small = await alone(() => addContacts, 10_000, inThousands);
	const time = large.ms / reading.ms;
	const memory = large.peakBytes / reading.peakBytes;
	const growth = large.ms / small.ms;
	return [
		{
			row: 'bulk',
			work: `${work} in ${large.count} requests`,
			found: `${s(large.ms)}, only reading ${s(reading.ms)}`,
			promise: '≤ 1.2 × only reading',
			ratio: time,
			kept: time <= 1.2 && large.count === 100,
		},
		{
			row: 'bulk',
			work,
			found: `${mb(large.peakBytes)}, only reading ${mb(reading.peakBytes)}`,
			promise: '≤ 1.2 × only reading',
			ratio: memory,
			kept: memory <= 1.2,
		},
		{
			row: 'bulk',
			work: '10,000 → 100,000 contacts',
			found: `${s(small.ms)} → ${s(large.ms)}`,
			promise: '≤ 11 × the time',
			ratio: growth,
			kept: growth <= 11,
		},
	];
}
