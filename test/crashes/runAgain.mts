import { outputOf, type StoredWorkflow } from '../../host/client.mts';
import { outcomes } from '../support/n8nCalls.mts';
import { patiently, type World } from './world.mts';

type Client = Awaited<ReturnType<World['connect']>>;

/** Runs a campaign once more, and counts what came of its people in all. */
export async function runAgain(
	{ sandbox }: World,
	client: Client,
	workflow: StoredWorkflow,
	people: Array<{ number: string }>,
	/** Outcomes that tell somebody to look: who has one is accounted for, though never called. */
	reporting: string[],
) {
	const again = await patiently('run it again', async () => {
		return await client.waitForExecution(await client.run(workflow), { timeoutMs: 120_000 });
	});
	const items = outputOf(again, 'Call')[0] ?? [];
	const dialled = sandbox.dialled();
	const reported = new Set(
		items
			.filter(({ json }) => reporting.includes(String(json.outcome)))
			.map(({ json }) => json.phoneNumber),
	);
	const neverRung = people.filter(({ number }) => !dialled[number]);
	return {
		rows: items.length,
		words: Object.entries(outcomes(items))
			.map(([outcome, count]) => `${count} ${outcome}`)
			.join(', '),
		twice: Object.values(dialled).filter((times) => times > 1).length,
		unaccounted: neverRung.filter(({ number }) => !reported.has(number)).length,
		reported: reported.size,
	};
}
