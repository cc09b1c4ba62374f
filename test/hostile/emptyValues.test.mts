import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { deepFields } from '../form/fields.mts';
import { placed } from '../contract/placed.mts';
import { deduplicationForTests } from '../support/deduplication.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { VendorServer } from '../support/vendorServer.mts';
import { sentWith } from './sentWith.mts';
import { targets, titleOf } from './targets.mts';
import type { Target } from './targets.mts';

deduplicationForTests();
let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

/**
 * Options that somebody adds to be protected. Empty, they hold their rows back by name; where they have
 * values of their own, those are tried beside all others.
 */
const protections = ['checkOnly', 'callOncePer'];

/** All other options of operations that must not repeat: a new one is put where it belongs by hand. */
const others = [
	...['concurrency', 'maxRetries', 'requestsPerSecond', 'timeoutSeconds'],
	...['allowSameNumber', 'callingHours', 'defaultCountryCode'],
	...['includeTranscript', 'maxWaitMinutes', 'pollIntervalSeconds'],
];

/** What an expression gives where a cell is empty: nothing at all, null, no text, spaces. */
const empty: IDataObject[] = [{}, { value: null }, { value: '' }, { value: ' \u00a0 ' }];

/** What leaves and what comes out with one value in that place, for a row of each kind of emptiness. */
async function tried(target: Target, path?: string, value?: unknown) {
	const one = path === undefined ? {} : placed(target.fields, path.split('.'), value);
	const items = target.operation === 'exportAndWait' ? empty.slice(0, 1) : empty;
	return await sentWith(target, server, one, items);
}

const fieldAt = ({ fields }: Target, path: string) => new Map(deepFields(fields)).get(path)!;

const shown = (path: string, { type }: { type: string }): unknown =>
	type === 'resourceLocator' && !path.includes('.')
		? { __rl: true, mode: 'id', value: '={{ $json.value }}' }
		: '={{ $json.value }}';

describe.each(targets.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		let without: Set<string> | undefined;
		const optional = target.leaves.filter((path) => fieldAt(target, path).type !== 'notice');

		/** What leaves neither without the field nor with its default. */
		async function strangeIn(sent: Set<string>, path: string, field: INodeProperties) {
			// Without a required one n8n does not even start.
			if (field.required || sent.size === 0) return [...sent];
			without ??= (await tried(target)).sent;
			const rest = [...sent].filter((request) => !without?.has(request));
			if (rest.length === 0) return [];
			const byDefault = await tried(target, path, field.default);
			return rest.filter((request) => !byDefault.sent.has(request));
		}

		test('a field whose expression comes out empty has its default, or its row is refused by name', async () => {
			for (const path of optional) {
				const field = fieldAt(target, path);
				const { outcomes, sent } = await tried(target, path, shown(path, field));
				const strange = await strangeIn(sent, path, field);
				expect({ path, strange }).toEqual({ path, strange: [] });
				const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
				for (const { message } of refused) {
					const named = target.titles.some((title) => String(message).includes(title));
					expect({ path, message, named }).toEqual({ path, message, named: true });
				}
				if (protections.includes(path.split('.').at(-1)!)) {
					expect({ path, sent: sent.size, refused: refused.length }).toEqual({
						...{ path, sent: 0, refused: empty.length },
					});
				}
			}
		});

		if (target.repeat === 'never') {
			test('each of its options is known as a protection or as none', () => {
				const options = target.leaves.filter((path) => path.startsWith('options.'));
				const names = options.map((path) => path.split('.')[1]!);
				expect(names.filter((name) => ![...protections, ...others].includes(name))).toEqual([]);
			});
		}
	},
);
