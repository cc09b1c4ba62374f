import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import type { Place } from '../form/fields.mts';
import { placesOf } from '../form/fields.mts';
import { nameOf } from './case.mts';
import type { Case } from './case.mts';
import { run } from './run.mts';
import { schemaFile, unforeseen } from './schemas/files.mts';
import { outputSchemas, plainCases } from './schemas/outputs.mts';
import type { OutputSchema } from './schemas/outputs.mts';
import type { Shape } from './schemas/shape.mts';
import { subjects } from './subjects.mts';

jest.setTimeout(60_000);

/** `npm run schemas` sets it, and the files are written anew. */
const write = process.env.WRITE_SCHEMAS === 'yes';

const ajv = new Ajv({ allowUnionTypes: true });

/** The same shape, with nothing beside what it names. */
function closed({ properties, items, ...rest }: Shape): object {
	const names = Object.entries(properties ?? {});
	return {
		...rest,
		...(items ? { items: closed(items) } : {}),
		...(names.length > 0
			? {
					properties: Object.fromEntries(names.map(([name, one]) => [name, closed(one)])),
					additionalProperties: false,
				}
			: {}),
	};
}

describe.each(subjects)('$name', (subject) => {
	const folder = join('nodes', subject.folder, '__schema__');

	let schemas: OutputSchema[];
	beforeAll(async () => {
		schemas = await outputSchemas(subject);
		if (!write) return;
		rmSync(folder, { recursive: true, force: true });
		for (const { schema, ...place } of schemas) {
			const file = schemaFile(subject.name, place);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`);
		}
	});

	test('the files beside the node are what the contract makes of its operations', () => {
		const files = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
		expect(files.sort()).toEqual(schemas.map((one) => schemaFile(subject.name, one)).sort());
		for (const { schema, ...place } of schemas) {
			const file = schemaFile(subject.name, place);
			expect([file, JSON.parse(readFileSync(file, 'utf8'))]).toEqual([file, schema]);
		}
	});

	const named = ({ resource, operation }: Place) => `${subject.name} ${resource} ${operation}`;
	const foreseen = ({ parameters }: Case) => !unforeseen.includes(named(parameters));
	const schemaFor = ({ parameters }: Case): Shape =>
		schemas.find((one) => named(one) === named(parameters))!.schema;
	const withName = (it: Case) => ({ name: nameOf(it), ...it });

	test('every operation has one, but for those whose output nobody can foresee', () => {
		const described = [
			...schemas.map(named),
			...unforeseen.filter((one) => one.startsWith(subject.name)),
		];
		expect(described.sort()).toEqual(placesOf(subject.node.description).map(named).sort());
	});

	test('each names fields, without which n8n shows nothing', () => {
		for (const { schema, ...place } of schemas) {
			expect([named(place), schema.type]).toEqual([named(place), 'object']);
			expect([named(place), Object.keys(schema.properties ?? {})]).not.toEqual([named(place), []]);
		}
	});

	test.each(plainCases(subject).filter(foreseen).map(withName))(
		'$name: nothing comes out that the preview does not show',
		async (it) => {
			const { items } = await run(subject, it);
			const fits = ajv.compile(closed(schemaFor(it)));
			for (const { json } of items)
				expect([json, fits(json), fits.errors]).toEqual([json, true, null]);
		},
	);

	const simplified = ({ parameters }: Case) => parameters.simplify !== false;

	test.each(subject.cases.filter(foreseen).filter(simplified).map(withName))(
		'$name: what comes out is of the types that the preview shows',
		async (it) => {
			const { items } = await run(subject, it);
			const fits = ajv.compile(schemaFor(it));
			for (const { json } of items)
				expect([json, fits(json), fits.errors]).toEqual([json, true, null]);
		},
	);
});
