import fc from 'fast-check';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { altur } from '../../support/altur.mts';
import { callJob, phones } from '../../support/calls.mts';
import { deduplicationForTests } from '../../support/deduplication.mts';
import { numberFor, plans, startScriptedCalls } from '../../support/scriptedCalls.mts';
import type { Plan, ScriptedCalls } from '../../support/scriptedCalls.mts';

const store = deduplicationForTests();
let vendor: ScriptedCalls;
let runs = 0;

beforeAll(async () => void (vendor = await startScriptedCalls()));
afterAll(async () => await vendor.close());

/** A row: how the vendor treats it, or a text that is no number, or the number of the row before. */
type Kind = Plan | 'noNumber' | 'again';

const row = fc.record({
	kind: fc.constantFrom<Kind>(...plans, 'answers', 'answers', 'noNumber', 'again'),
	delay: fc.nat(4),
});

const campaign = fc.record({
	rows: fc.array(row, { minLength: 1, maxLength: 12 }),
	onError: fc.constantFrom<INode['onError']>(
		'stopWorkflow',
		'continueRegularOutput',
		'continueErrorOutput',
	),
	tries: fc.constantFrom(1, 2),
	concurrency: fc.integer({ min: 1, max: 6 }),
	callOncePer: fc.constantFrom(undefined, 'November'),
});

const numbersOf = (rows: Array<{ kind: Kind; delay: number }>): string[] => {
	let before = 'no number yet';
	return rows.map(({ kind, delay }, index) => {
		if (kind === 'noNumber') return `row ${index}`;
		if (kind !== 'again') before = numberFor(kind, delay, index);
		return before;
	});
};

const planOf = (number: string): Plan | undefined =>
	number.startsWith('+') ? plans[Number(number.at(-4))] : undefined;

const rowOf = ({ pairedItem }: INodeExecutionData): number => (pairedItem as { item: number }).item;

const detailsOf = ({ json }: INodeExecutionData): IDataObject =>
	(json.details as IDataObject | undefined) ?? json;

const isRising = (rows: number[]) =>
	rows.every((at, index) => index === 0 || rows[index - 1]! < at);

/** No number is asked for twice unless every earlier answer said that it did not take place. */
function checkRequests(numbers: string[]): void {
	for (const number of new Set(numbers)) {
		const asked = vendor.asked.filter((one) => one === number).length;
		const rang = vendor.rang.filter((one) => one === number).length;
		expect(rang).toBeLessThanOrEqual(1);
		if (planOf(number) === undefined) expect(asked).toBe(0);
		if (['answers', 'fails', 'hangsUp'].includes(planOf(number)!)) {
			expect(asked).toBeLessThanOrEqual(1);
		}
	}
}

/** What a row says of itself must be what the vendor knows. */
function checkOutcome(item: INodeExecutionData, numbers: string[]): void {
	const { outcome } = detailsOf(item);
	const number = numbers[rowOf(item)]!;
	const plan = planOf(number);
	const rang = vendor.rang.includes(number);
	if (outcome === 'placed') expect([plan, rang]).toEqual([plan, true]);
	if (outcome === 'placed') expect(['answers', 'throttlesOnce']).toContain(plan);
	if (outcome === 'unknown') expect(['fails', 'hangsUp']).toContain(plan);
	if (outcome === 'refused') expect(['refuses', 'denies', undefined]).toContain(plan);
	if (outcome === 'notAttempted') expect(numbers.map(planOf)).toContain('denies');
	expect(['placed', 'unknown', 'refused', 'notAttempted', 'skipped']).toContain(outcome);
}

test('any mix of rows, answers and settings: order, pairing, one outcome a row, and nobody called twice', async () => {
	await fc.assert(
		fc.asyncProperty(campaign, async ({ rows, onError, tries, concurrency, callOncePer }) => {
			vendor.reset();
			store.reset();
			// Each run has an account of its own: what one was refused does not slow the next.
			runs += 1;
			const numbers = numbersOf(rows);
			const { outputs, error } = await altur(vendor, {
				...callJob(0, {
					concurrency,
					...(callOncePer && { callOncePer }),
					maxRetries: 2,
					requestsPerSecond: 1_000,
				}),
				items: phones(...numbers),
				baseUrl: vendor.url,
				key: `key-${runs}`,
				onError,
				tries,
			});
			checkRequests(numbers);
			if (error) {
				expect(onError).toBe('stopWorkflow');
				expect(numbers.some((number) => planOf(number) !== 'answers')).toBe(true);
				return;
			}
			const items = outputs.flat();
			for (const branch of outputs) expect(isRising(branch.map(rowOf))).toBe(true);
			expect(items.map(rowOf).sort((a, b) => a - b)).toEqual(numbers.map((_row, at) => at));
			for (const item of items) checkOutcome(item, numbers);
			// n8n runs the node again only where the first item is an error: not after any success.
			// After a 401 the next try may get to rows that the one before did not attempt.
			if (outputs[0]!.length > 0 && !rows.some(({ kind }) => kind === 'denies')) {
				const refused = vendor.asked.filter((number) => planOf(number) === 'refuses');
				expect(refused).toHaveLength(new Set(refused).size);
			}
		}),
		{ numRuns: 150 },
	);
}, 60_000);
