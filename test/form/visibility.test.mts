import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { deepFields, fieldsOf, placesOf } from './fields.mts';
import { nodes, actions } from './nodes.mts';

const named = <T extends { type: { description: { name: string } } }>(list: T[]) =>
	list.map((one) => ({ ...one, name: one.type.description.name }));

const valuesOf = ({ type, options = [] }: INodeProperties): unknown[] =>
	type === 'boolean' ? [true, false] : options.map((one) => 'value' in one && one.value);

describe.each(named(nodes))('$name', ({ type: { description, methods } }) => {
	const { properties } = description;
	const deep = deepFields(properties);

	test('a field is shown only for values that another field can have', () => {
		const wrong = deep.flatMap(([path, { displayOptions }]) =>
			[displayOptions?.show ?? {}, displayOptions?.hide ?? {}]
				.flatMap((conditions) => Object.entries(conditions))
				.flatMap(([name, values = []]) => {
					const possible = properties
						.filter((one) => one.name === name.replace(/^\//, ''))
						.flatMap(valuesOf);
					const odd = (values as unknown[]).filter((value) => !possible.includes(value));
					return odd.map((value) => `${path}: ${name} is never ${String(value)}`);
				}),
		);
		expect(wrong).toEqual([]);
	});

	test('every list that is filled at run time has its method, and every method a list', () => {
		const wanted = deep.flatMap(([, { modes = [], typeOptions }]) => [
			...modes.flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
			...[typeOptions?.loadOptionsMethod ?? []].flat(),
			...[typeOptions?.resourceMapper?.resourceMapperMethod ?? []].flat(),
		]);
		const offered = Object.values(methods ?? {}).flatMap((one) => Object.keys(one as object));
		expect([...new Set(wanted)].sort()).toEqual(offered.sort());
	});
});

describe.each(named(actions))('$name', ({ type: { description } }) => {
	const shown = (values: INodeParameters) =>
		description.properties.filter(
			(field) =>
				field.type !== 'notice' &&
				NodeHelpers.displayParameter(values, field, { typeVersion: 1 }, description),
		);
	const isOne = ({ name }: INodeProperties) => ['resource', 'operation'].includes(name);

	test.each(placesOf(description))(
		'$resource: $operation shows each of its fields once',
		(place) => {
			const values = fieldsOf(description, place).find(({ name }) => name === 'specifyFields');
			const bodies = values ? valuesOf(values).map(String) : [''];
			const all = [false, true].flatMap((returnAll) =>
				bodies.map((specifyFields) => ({ returnAll, specifyFields })),
			);
			for (const { returnAll, specifyFields } of all) {
				const fields = shown({ ...place, returnAll, ...(values ? { specifyFields } : {}) });
				const names = fields.map(({ name }) => name);
				expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
				const isListed = fieldsOf(description, place).some(({ name }) => name === 'returnAll');
				const wanted = fieldsOf(description, place)
					.map(({ name }) => name)
					.filter((name) => !(isListed && returnAll && name === 'limit'))
					.filter((name) => !(name === 'body' && specifyFields === 'fields'));
				expect(fields.filter((field) => !isOne(field)).map(({ name }) => name)).toEqual(wanted);
			}
		},
	);

	test('a resource shows one list of operations, and its first operation is one of them', () => {
		for (const { resource } of placesOf(description)) {
			const lists = shown({ resource }).filter(({ name }) => name === 'operation');
			expect(lists).toHaveLength(1);
			expect(valuesOf(lists[0]!)).toContain(lists[0]!.default);
		}
	});
});
