import { surfaces } from '../form/surface.mts';
import type { Exchange } from './case.mts';
import { smallestOf } from './pick.mts';
import { run } from './run.mts';
import { subjects } from './subjects.mts';

const options = { concurrency: 2, maxRetries: 1, requestsPerSecond: 0 };

describe.each(subjects)('$name', (subject) => {
	const places = smallestOf(subject).map((one) => ({
		...one,
		repeat: surfaces[subject.node.description.name]?.[one.resource]?.[one.operation]?.repeat,
	}));

	/** The operation at its smallest, with the vendor answering the same every time. */
	const answered = async ({ smallest }: (typeof places)[number], status: number, more = {}) => {
		const { lookUps = 0 } = smallest;
		const before = smallest.exchanges.slice(0, lookUps);
		const [asked] = smallest.exchanges[lookUps] ?? [{ method: '', path: '' }];
		const answer: Exchange[1] = { status, body: {}, headers: { 'retry-after': '0' } };
		const exchanges: Exchange[] = [...before, [asked, answer], [asked, answer], [asked, answer]];
		const parameters = { ...smallest.parameters, options: { ...options, ...more } };
		const ran = await run(subject, { ...smallest, parameters, exchanges });
		return { ...ran, sent: ran.sent.slice(lookUps) };
	};

	test.each(places)('$resource: $operation is $repeat: a 503 says so', async (it) => {
		const { sent, message } = await answered(it, 503);
		expect(sent).toHaveLength(it.repeat === 'never' ? 1 : 2);
		if (it.repeat === 'never') expect(message).toContain('may have been');
		else expect(sent[1]).toEqual(sent[0]);
	});

	test.each(places)(
		'$resource: $operation goes again after a 429, which refused it',
		async (it) => {
			const { sent } = await answered(it, 429);
			expect(sent).toHaveLength(2);
			expect(sent[1]).toEqual(sent[0]);
		},
	);

	test.each(places)('$resource: $operation does not go again without Max Retries', async (it) => {
		const { sent } = await answered(it, 429, { maxRetries: 0 });
		expect(sent).toHaveLength(1);
	});

	test.each(places)(
		'$resource: $operation waits for an answer as long as it should',
		async (it) => {
			const seconds = async (more: object) => {
				const { sent } = await answered(it, 404, more);
				return sent.map(({ timeout }) => Number(timeout) / 1000);
			};
			expect(await seconds({})).toEqual([it.repeat === 'safe' ? 30 : 120]);
			expect(await seconds({ timeoutSeconds: 7 })).toEqual([7]);
		},
	);

	test.each(places)('a refusal by the vendor of $resource: $operation says so', async (it) => {
		const { message, items, sent } = await answered(it, 422);
		expect(items).toEqual([]);
		expect(sent).toHaveLength(1);
		expect(message).toContain(`${subject.name} answered: status 422. `);
		expect(message).toMatch(/ was not (placed|carried out)\.$/);
	});
});
