import { run, sentOf } from './run.mts';
import { subjects } from './subjects.mts';

describe.each(subjects)('$name', (subject) => {
	const refusals = subject.refusals.map((one) => ({
		...one,
		name: `${one.parameters.resource}: ${one.parameters.operation}`,
	}));

	test.each(refusals)('$name says "$says …" and sends nothing', async (refusal) => {
		const { lookUps = [] } = refusal;
		const { message, sent } = await run(subject, { ...refusal, exchanges: lookUps });
		expect(message).toMatch(/^Nothing was sent: the row cannot be used\. Row 1: /);
		expect(message.split('Row 1: ')[1]).toMatch(
			new RegExp(`^${refusal.says.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')}`),
		);
		expect(sent.map((one) => sentOf(subject, one).path)).toEqual(lookUps.map(([{ path }]) => path));
	});
});
