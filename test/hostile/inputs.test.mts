import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Parameters } from '../contract/case.mts';
import { merged, placed } from '../contract/placed.mts';
import { deduplicationForTests } from '../support/deduplication.mts';
import {
	attack,
	detailsOf,
	expectEveryRow,
	expectOwnRequests,
	expectPlainResult,
} from './attack.mts';
import { answering } from './answering.mts';
import { limitMs, settings, tried } from './runs.mts';
import { targets, templatesOf, titleOf, withoutWaits } from './targets.mts';
import type { Target, Template } from './targets.mts';
import { hostile } from './values.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { VendorServer } from '../support/vendorServer.mts';

deduplicationForTests();
let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

/** A row that was refused without being sent is told by the title of its field. */
function expectNamed(message: string, { titles }: Target): void {
	const named = [...titles, 'Options', 'Filters'].filter((title) =>
		[`${title}: `, `${title} › `].some((beginning) => message.includes(beginning)),
	);
	expect({ message, named }).toEqual({
		message,
		named: expect.arrayContaining([expect.any(String)]),
	});
}

/** Fields inside a picker: n8n stores them wrapped, workflows written by hand do not. */
const wrapped = (target: Target, path: string): unknown => {
	const field = target.fields.find(({ name }) => name === path);
	const value = '={{ $json.value }}';
	return field?.type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value;
};

const properties = targets.reduce((sum, { leaves }) => sum + leaves.length, 0);

describe.each(targets.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		const { fields, leaves, smallest, repeat, operation, times } = target;
		// An execution pauses once a run.
		const most = operation === 'exportAndWait' ? 1 : 8;
		let templates: Template[];
		beforeAll(async () => void (templates = await templatesOf(target)));

		test.each(leaves)(
			'whatever stands in %s: only its own requests leave, and every row says what became of it',
			async (path) => {
				const values = fc.array(hostile, { minLength: most, maxLength: most });
				const mayWait = path === 'options.requestsPerSecond';
				const onErrors = fc.constantFrom(...settings);
				await tried(
					fc.asyncProperty(values, onErrors, fc.boolean(), async (rows, onError, isWrapped) => {
						answering(server, templates);
						const value = isWrapped ? wrapped(target, path) : '={{ $json.value }}';
						const parameters = withoutWaits(
							merged(
								withoutWaits(smallest.parameters),
								placed(fields, path.split('.'), value),
							) as Parameters,
						);
						const items = rows.map((one) => ({ value: one }) as IDataObject);
						const ran = await attack(target, server, {
							parameters,
							items,
							onError,
							// One request a year is a pace, too.
							onStarted: (cancel) => void (mayWait && setTimeout(cancel, 300)),
						});
						expectOwnRequests(target, templates, server.arrived, ran.key);
						expectPlainResult(ran);
						if (mayWait) return;
						expectEveryRow(ran, rows.length, onError, times);
						if (repeat === 'never') {
							const sent = server.arrived.filter(({ method }) => method !== 'GET');
							expect(sent.length).toBeLessThanOrEqual(rows.length);
						}
						const words = ran.error?.message ?? '';
						if (words && !/ answered(:| \d)/.test(words)) expectNamed(words, target);
						for (const item of ran.items) {
							const { outcome, status, message } = detailsOf(item);
							if (outcome === 'refused' && status === undefined)
								expectNamed(String(message), target);
						}
					}),
					2,
					properties,
				);
			},
			limitMs,
		);
	},
);
