import { nested } from '../contract/placed.mts';
import { entriesIn, rowAdded } from '../form/asAdded.mts';
import type { Added } from '../form/asAdded.mts';
import { deduplicationForTests } from '../support/deduplication.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { VendorServer } from '../support/vendorServer.mts';
import { sentWith } from './sentWith.mts';
import { targets, titleOf } from './targets.mts';

deduplicationForTests();
let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

/** As the editor stores it (test/editor/storedOptions), a group of fields with its first row. */
const storedFor = ({ path, field, stored }: Added) =>
	nested(path, field.type === 'fixedCollection' ? rowAdded(field) : stored);

/** What the form then shows as the entry's value and the vendor gets; options are for the node itself. */
const shows = ({ path, field, stored }: Added) =>
	field.type === 'fixedCollection' ||
	(!path.startsWith('options.') && !['', false, undefined].includes(stored as never));

const isPicker = ({ field }: Added) => field.type === 'resourceLocator';
const isEmptyList = ({ stored }: Added) => Array.isArray(stored) && stored.length === 0;
const isCollection = ({ field }: Added) => field.type === 'collection';

describe.each(targets.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		const entries = entriesIn(target.fields);
		const named = (entry: Added, messages: string[]) => {
			const top = target.fields.find(({ name }) => entry.path.startsWith(`${name}.`))!;
			const titles = [entry.field.displayName, top.displayName];
			return messages.some((message) => titles.some((title) => message.startsWith(`${title}: `)));
		};

		test('an entry that was added and left as it is sends what the form shows, or holds the row back by its name', async () => {
			const without = await sentWith(target, server, {}, [{}]);
			for (const entry of entries) {
				const { outcomes, sent } = await sentWith(target, server, storedFor(entry), [{}]);
				const messages = outcomes.map(({ message }) => String(message));
				const where = { path: entry.path, messages };
				const more = [...sent].filter((request) => !without.sent.has(request));
				const isShown = shows(entry) && !isPicker(entry) && !isCollection(entry);
				if (sent.size === 0 && without.sent.size > 0) {
					expect({ ...where, isNamed: named(entry, messages) }).toEqual({
						...where,
						isNamed: true,
					});
				} else if (!isShown) {
					expect({ ...where, more }).toEqual({ ...where, more: [] });
				} else if (!isEmptyList(entry)) {
					expect({ ...where, leaves: more.length > 0 }).toEqual({ ...where, leaves: true });
				}
			}
		});

		if (entries.some(({ path }) => path === 'options.callingHours')) {
			test('Calling Hours that were added and left as they are keep to office hours', async () => {
				const { hints } = await sentWith(target, server, nested('options.callingHours', {}), [{}]);
				expect(JSON.stringify(hints)).toContain('Calling Hours 09:00–18:00 Mon–Fri');
			});
		}
	},
);
