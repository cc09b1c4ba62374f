import type { INodeProperties } from 'n8n-workflow';
import { e164 } from '../../nodes/shared/calls/phoneNumber.ts';
import { failedOutcomes } from '../../nodes/shared/contract/failure.ts';
import { otherOutcomes, skipReasons } from '../../nodes/shared/contract/row.ts';
import { deepFields, fieldsOf } from './fields.mts';
import { actions, credentialTypes, offered, triggerNodes } from './nodes.mts';
import { brokenLinks, pageOf, pages, rowsWith, sectionOf, termsOf } from './pages.mts';
import { surfaces } from './surface.mts';

const readme = pageOf('README.md').text;
const inThree = ['README.md', 'docs/es.md', 'docs/pt-BR.md'].map(pageOf);

/** The titles of the lists that a form shows: what people look for in the documentation. */
const titlesIn = (fields: INodeProperties[]): string[] =>
	deepFields(fields.filter(({ type }) => type !== 'notice'))
		.filter(([, { type }]) => type !== 'hidden')
		.flatMap(([, { displayName, type, options = [] }]) => [
			displayName,
			...(['options', 'multiOptions'].includes(type) ? options.map(({ name }) => name) : []),
		]);

const titleOf = (node: string, resource: string): string => {
	const { properties } = actions.find(({ type }) => type.description.name === node)!.type
		.description;
	const list = properties.find(({ name }) => name === 'resource')?.options ?? [];
	return list.find((one) => 'value' in one && one.value === resource)?.name ?? '';
};

/** How often an operation may repeat, as the documentation says it in the first word. */
const words = { never: 'never', safe: 'yes', keyed: 'under its idempotency key' };
const repeatOf = (node: string, resource: string, operation: string) =>
	words[surfaces[node]![resource]![operation]!.repeat];
const saysRepeat = (cell: string) => cell.replace(/^(never|yes)\b.*/, '$1');

const vendors = actions.map(({ type: { description } }) => {
	const { name, displayName } = description;
	return {
		...{ name, displayName, description },
		page: pageOf(`docs/${displayName.toLowerCase().replaceAll(' ', '-')}.md`).text,
		operations: offered.filter(({ node }) => node === name),
	};
});

describe.each(vendors)(
	'The page of $displayName',
	({ name, displayName, description, page, operations }) => {
		const everywhere = termsOf(sectionOf(page, 'Options of every operation'));

		test.each(operations)(
			'names $resource: $operation, its fields and how often it may repeat',
			(offer) => {
				const section = sectionOf(page, titleOf(name, offer.resource));
				const rows = rowsWith(section, 'May it repeat?').filter(({ Operation = '' }) =>
					Operation.split(' · ').includes(offer.name),
				);
				expect(rows.map((row) => saysRepeat(row['May it repeat?']!))).toEqual([
					repeatOf(name, offer.resource, offer.operation),
				]);
				const terms = termsOf(section);
				const silent = titlesIn(fieldsOf(description, offer)).filter(
					(title) => !terms.has(title) && !everywhere.has(title),
				);
				expect(silent).toEqual([]);
			},
		);

		test('names no operation that is not there', () => {
			const told = rowsWith(page, 'May it repeat?').flatMap(({ Operation = '' }) =>
				Operation.split(' · '),
			);
			expect(told.filter((one) => !operations.some((offer) => offer.name === one))).toEqual([]);
		});

		test('names every event and option of the trigger', () => {
			const trigger = triggerNodes.find(({ type }) => type.description.name.startsWith(name))!.type
				.description;
			const terms = termsOf(sectionOf(page, trigger.displayName));
			expect(titlesIn(trigger.properties).filter((title) => !terms.has(title))).toEqual([]);
		});

		test('names every field of the credential', () => {
			const { type } = credentialTypes.find(
				(one) => one.type.displayName === `${displayName} API`,
			)!;
			const terms = termsOf(sectionOf(page, 'Credential'));
			expect(titlesIn(type.properties).filter((title) => !terms.has(title))).toEqual([]);
		});
	},
);

test('the table in README names every operation, no other, and how often it may repeat', () => {
	let [node, resource] = ['', ''];
	const told = rowsWith(sectionOf(readme, 'Operations'), 'May it repeat?').flatMap((row) => {
		node = row.Node || node;
		resource = row.Resource || resource;
		return resource
			.split(' · ')
			.flatMap((one) =>
				row
					.Operation!.split(' · ')
					.map(
						(operation) => `${node} › ${one} › ${operation}: ${saysRepeat(row['May it repeat?']!)}`,
					),
			);
	});
	const real = offered.map(({ node: name, resource: value, operation, name: title }) => {
		const { displayName } = vendors.find((vendor) => vendor.name === name)!;
		return `${displayName} › ${titleOf(name, value)} › ${title}: ${repeatOf(name, value, operation)}`;
	});
	expect(told.sort()).toEqual(real.sort());
});

/** Every value of `outcome` and `reason` that the engine gives a row. */
const outcomes: string[] = [...failedOutcomes, ...otherOutcomes, ...skipReasons];

test.each(inThree)('$file explains every outcome of a row, and no other', ({ text }) => {
	const told = rowsWith(text, '`outcome`').map((row) => row['`outcome`']!.replace(/`/g, ''));
	const terms = termsOf(text);
	expect(outcomes.filter((value) => !terms.has(value))).toEqual([]);
	expect(told.filter((value) => !outcomes.includes(value))).toEqual([]);
	expect(told.length).toBeGreaterThanOrEqual(7);
});

/** Rows of numbers with what the node makes of them; "any" code and none at all stand without code marks. */
const numbersIn = (text: string) =>
	rowsWith(text, 'Default Country Code').map((row) => {
		const [typed = '', code = '', dialled = ''] = Object.values(row);
		const bare = (cell: string) => /^`(.*)`$/.exec(cell)?.[1] ?? '';
		return { typed: bare(typed), code: bare(code), dialled: bare(dialled) };
	});

test.each([pageOf('docs/when-things-go-wrong.md'), ...inThree.slice(1)])(
	'$file shows numbers as the node dials them, and as refused those that it refuses',
	({ text }) => {
		const told = numbersIn(text);
		expect(told.length).toBeGreaterThan(5);
		for (const { typed, code, dialled } of told) {
			if (dialled) expect(e164(typed, code)).toBe(dialled);
			else expect(() => e164(typed, code)).toThrow(/^Phone Number: /);
		}
	},
);

test.each(pages)('every link and picture in $file leads somewhere', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});

test('a link that leads nowhere is noticed', () => {
	const text =
		'[a](gone.md) [b](README.md#gone) ![c](README.md) [d](https://example.com)\n`[e](f)`';
	expect(brokenLinks({ file: 'there.md', text })).toEqual([
		'there.md: there is no gone.md',
		'there.md: README.md has no #gone',
	]);
});
