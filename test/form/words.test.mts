import { vendors } from '../vendors.mts';
import { fieldsOf, placesOf } from './fields.mts';
import { actions, allFields, nodes, offered } from './nodes.mts';
import type { Seen } from './nodes.mts';
import { endsAsItShould, hasSaneDefault, isSentenceCase, isSorted, isTitle } from './rules.mts';

const broken = (fields: Seen[], isFine: (field: Seen['field']) => boolean): string[] =>
	fields.filter(({ field }) => !isFine(field)).map(({ where }) => where);

const ofType = (...types: string[]): Seen[] =>
	allFields.filter(({ field }) => types.includes(field.type));
const called = (name: string): Seen[] => allFields.filter(({ field }) => field.name === name);
const forms = allFields.filter(({ field }) => field.type !== 'notice');

test('titles are in title case', () => {
	expect(broken(forms, ({ displayName }) => isTitle(displayName))).toEqual([]);
	const lists = ofType('options', 'multiOptions', 'resourceLocator');
	const entries = ({ options = [], modes = [] }: Seen['field']) => [
		...options.map((one) => one.name),
		...modes.map((mode) => mode.displayName),
	];
	expect(broken(lists, (field) => entries(field).every(isTitle))).toEqual([]);
});

test('a description of one sentence has no period at its end, one of several has', () => {
	const texts = ({ description = '', options = [] }: Seen['field']) => [
		description,
		...options.flatMap((one) => ('description' in one ? (one.description ?? '') : '')),
	];
	expect(broken(allFields, (field) => texts(field).every(endsAsItShould))).toEqual([]);
	const descriptions = nodes.map(({ type }) => type.description.description);
	expect(descriptions.filter((text) => !endsAsItShould(text))).toEqual([]);
});

test('a switch says "Whether …"', () => {
	expect(
		broken(ofType('boolean'), ({ description }) => /^Whether /.test(description ?? '')),
	).toEqual([]);
});

test('lists and collections stand in order', () => {
	const lists = ofType('options', 'multiOptions', 'collection', 'fixedCollection');
	expect(broken(lists, isSorted)).toEqual([]);
});

test('a text field shows an example', () => {
	// A key has no example, and an address has its default.
	const texts = ofType('string', 'json').filter(
		({ field }) => !field.typeOptions?.password && field.name !== 'baseUrl',
	);
	expect(broken(texts, ({ placeholder }) => /^e\.g\. \S/.test(placeholder ?? ''))).toEqual([]);
	const typed = ofType('resourceLocator').flatMap(({ where, field: { modes = [] } }) =>
		modes.filter(({ name }) => name === 'id').map((mode) => [where, mode.placeholder ?? '']),
	);
	expect(typed.filter(([, placeholder]) => !/^e\.g\. \S/.test(placeholder ?? ''))).toEqual([]);
});

test('a button says what it adds', () => {
	const groups = ofType('collection', 'fixedCollection');
	const words = /^Add (Field|Filter|Data|Hours|option)$/;
	expect(broken(groups, ({ placeholder }) => words.test(placeholder ?? ''))).toEqual([]);
	const options = called('options');
	expect(broken(options, ({ placeholder }) => placeholder === 'Add option')).toEqual([]);
});

test('defaults are of the field’s type, within its bounds and among its choices', () => {
	expect(broken(allFields, hasSaneDefault)).toEqual([]);
});

test('every field says what it is for, unless its title is all there is to say', () => {
	const plain = ['resource', 'operation', 'additionalFields', 'filters', 'options'];
	const silent = forms.filter(
		({ field: { name, description } }) => !description && !plain.includes(name),
	);
	expect(silent.map(({ where }) => where)).toEqual([]);
});

test('lists are limited in n8n’s words', () => {
	expect(broken(called('returnAll'), ({ displayName }) => displayName === 'Return All')).toEqual(
		[],
	);
	const all = 'Whether to return all results or only up to a given limit';
	expect(broken(called('returnAll'), ({ description }) => description === all)).toEqual([]);
	const limit = 'Max number of results to return';
	const isLimit = ({ displayName, description, typeOptions }: Seen['field']) =>
		displayName === 'Limit' && description === limit && typeOptions?.minValue === 1;
	expect(broken(called('limit'), isLimit)).toEqual([]);
	const many = offered.filter(({ operation }) => operation === 'getAll');
	expect(many.length).toBeGreaterThan(10);
	expect(many.filter((one) => one.name !== 'Get Many')).toEqual([]);
	expect(many.filter((one) => !/^Get many [a-z -]+s$/.test(one.action))).toEqual([]);
});

test.each(actions)('in $file options come last, and what is required before groups', (node) => {
	const { description } = node.type;
	for (const place of placesOf(description)) {
		const fields = fieldsOf(description, place);
		expect([place, fields.at(-1)?.name]).toEqual([place, 'options']);
		const firstGroup = fields.findIndex(({ type }) => type === 'collection');
		const lastRequired = fields.findLastIndex(({ required }) => required);
		expect([place, lastRequired < firstGroup]).toEqual([place, true]);
	}
});

test('every operation says what it does, in n8n’s cases', () => {
	expect(offered.filter(({ name }) => !isTitle(name))).toEqual([]);
	expect(offered.filter(({ action }) => !isSentenceCase(action))).toEqual([]);
	expect(offered.filter(({ description }) => description.length < 10)).toEqual([]);
	const actionsOfNode = offered.map(({ node, action }) => `${node}: ${action}`);
	expect(new Set(actionsOfNode).size).toBe(offered.length);
});

test.each(vendors)('$folder: operations that ring a phone say so, and no others', (vendor) => {
	const { name } = vendor.action.type.description;
	const says = offered.filter(
		({ node, description }) => node === name && /\breal (phone|people)\b/.test(description),
	);
	expect(says.map(({ resource, operation }) => `${resource}: ${operation}`).sort()).toEqual(
		vendor.ringing,
	);
	const isNotice = ({ where, field }: Seen) =>
		field.name === 'realPeopleNotice' && where.startsWith(`${name} ›`);
	const warned = allFields.filter(isNotice).map(({ where }) => where);
	const expected = vendor.warned.map((place) => `${name} › ${place.replace(': ', ' › ')}`);
	expect(warned.sort()).toEqual(expected.map((place) => `${place} › realPeopleNotice`).sort());
	if (vendor.ringing.length > 0)
		expect(vendor.action.type.description.description).toContain('rings a real phone');
});

test('adding a contact says that an active campaign reaches it', () => {
	const adding = offered.find(({ operation }) => operation === 'add');
	expect(adding?.description).toContain('An active campaign goes on to reach them.');
});
