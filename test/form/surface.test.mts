import { engineOptions, fieldsOf, leaves, placesOf, deepFields } from './fields.mts';
import { actions, credentialTypes, nodes, triggerNodes } from './nodes.mts';
import * as outside from './outside.mts';
import { surfaces } from './surface.mts';

const named = <T extends { type: { description: { name: string } } }>(list: T[]) =>
	list.map((one) => ({ ...one, name: one.type.description.name }));

test('the node types are the frozen ones, all of version 1', () => {
	expect(nodes.map(({ type }) => type.description.name).sort()).toEqual(
		[...Object.keys(outside.actionNodes), ...Object.keys(outside.triggers)].sort(),
	);
	expect(nodes.map(({ type }) => type.description.version)).toEqual(nodes.map(() => 1));
});

describe.each(named(actions))('the action node $name', ({ name, type: { description } }) => {
	const surface = surfaces[name] ?? {};
	const places = placesOf(description);

	test('offers the frozen resources and operations', () => {
		expect(places.map(({ resource, operation }) => `${resource}: ${operation}`).sort()).toEqual(
			Object.entries(surface)
				.flatMap(([resource, of]) => Object.keys(of).map((value) => `${resource}: ${value}`))
				.sort(),
		);
	});

	test.each(places)('has the frozen fields under $resource: $operation', (place) => {
		const fields = fieldsOf(description, place);
		const frozen = surface[place.resource]?.[place.operation]?.fields ?? [];
		const options = engineOptions.map((option) => `options.${option}`);
		expect(leaves(fields).sort()).toEqual(
			[...frozen.map((path) => path.replace('*', '')), ...options].sort(),
		);
		expect(
			fields
				.filter(({ required }) => required)
				.map((field) => `${field.name}*`)
				.sort(),
		).toEqual(frozen.filter((path) => path.endsWith('*')).sort());
	});

	test('needs its credential and serves as a tool', () => {
		const credential = Reflect.get(outside.actionNodes, name) as string;
		expect(description.credentials).toEqual([{ name: credential, required: true }]);
		expect(description.usableAsTool).toBe(true);
	});

	const everywhere = places.flatMap((place) => deepFields(fieldsOf(description, place)));

	test.each(Object.entries({ ...outside.commonDefaults, ...outside.defaults[name] }))(
		'%s holds %j at first, wherever it is',
		(path, value) => {
			const found = everywhere.filter(([one]) => one === path).map(([, field]) => field.default);
			// Not every vendor has lists, or answers that are large.
			if (!['simplify', 'limit', 'returnAll'].includes(path))
				expect(found.length).toBeGreaterThan(0);
			expect(found).toEqual(found.map(() => value));
		},
	);

	test('waits as long as it should for reads and for the rest', () => {
		for (const place of places) {
			const found = deepFields(fieldsOf(description, place)).find(
				([path]) => path === 'options.timeoutSeconds',
			);
			const repeat = surface[place.resource]?.[place.operation]?.repeat;
			expect([place, found?.[1].default]).toEqual([place, repeat === 'safe' ? 30 : 120]);
		}
	});

	test('lists of choices offer what the vendor’s documents name', () => {
		for (const [path, values] of Object.entries(outside.choices[name] ?? {})) {
			const found = everywhere.filter(([one]) => one === path).map(([, field]) => field.options);
			const offers = found.map((options = []) => options.map((one) => 'value' in one && one.value));
			expect([path, offers]).toEqual([path, expect.arrayContaining([values])]);
		}
	});

	test('what a listing can feed is a picker, by list or by ID', () => {
		const found = everywhere.filter(
			([, field]) => outside.pickers.includes(field.name) && field.type !== 'hidden',
		);
		const kinds = found.map(([path, { type, modes }]) => [
			path,
			type,
			modes?.map((mode) => mode.name),
		]);
		expect(kinds).toEqual(found.map(([path]) => [path, 'resourceLocator', ['list', 'id']]));
	});
});

describe.each(named(triggerNodes))('the trigger $name', ({ name, type: { description } }) => {
	const frozen = outside.triggers[name]!;
	const fields = deepFields(description.properties.filter(({ type }) => type !== 'notice'));

	test('has the frozen fields and values, and needs its credential', () => {
		const own = fields.filter(([, { type }]) => type !== 'collection');
		expect(Object.fromEntries(own.map(([path, field]) => [path, field.default]))).toEqual(
			frozen.fields,
		);
		const lists = own.filter(([, { type }]) => ['options', 'multiOptions'].includes(type));
		const values = lists.map(([path, { options = [] }]) => [
			path,
			options.map((one) => ('value' in one ? one.value : '')).sort(),
		]);
		const sorted = Object.entries(frozen.values).map(([path, all]) => [path, all.toSorted()]);
		expect(Object.fromEntries(values)).toEqual(Object.fromEntries(sorted));
		expect(description.credentials?.map((one) => one.name)).toEqual(
			frozen.credential ? [frozen.credential] : undefined,
		);
	});

	test('is a trigger with one webhook, answers nothing of n8n’s own, and is no tool', () => {
		expect(description).toMatchObject({ group: ['trigger'], inputs: [] });
		expect(description.usableAsTool).toBeUndefined();
		expect(description.webhooks).toMatchObject([
			{ httpMethod: 'POST', path: 'webhook', responseData: '' },
		]);
	});
});

test('the credentials are the frozen ones, with a Test button each', () => {
	const found = credentialTypes.map(({ type: { name, properties } }) => [
		name,
		Object.fromEntries(properties.map((field) => [field.name, field.default])),
	]);
	expect(Object.fromEntries(found)).toEqual(outside.credentials);
	for (const { type } of credentialTypes) {
		expect(type.properties.map(({ name }) => name)).toEqual(
			Object.keys(outside.credentials[type.name] ?? {}),
		);
		expect(type.test?.request.url).toMatch(/^\//);
		const secrets = type.properties.filter(({ name }) => name !== 'baseUrl');
		expect(secrets.map(({ typeOptions }) => typeOptions?.password)).toEqual(
			secrets.map(() => true),
		);
	}
});
