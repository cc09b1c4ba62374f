import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readContract } from '../../sandbox/shared/contract.mts';
import { deepFields, engineOptions, fieldsOf, leaves, placesOf, within } from '../form/fields.mts';
import type { Place } from '../form/fields.mts';
import { contractKeys, contractServers, valueKeys } from './keys.mts';
import { subjects } from './subjects.mts';

const isOf =
	({ resource, operation }: Place) =>
	({ parameters }: { parameters: IDataObject }): boolean =>
		parameters.resource === resource && parameters.operation === operation;

/** The fields that parameters set, by path; a key that is no field stays as it is. */
function used(fields: INodeProperties[], parameters: IDataObject): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const field = fields.find((one) => one.name === name);
		if (!field || within(field).length === 0) return [name];
		return valueKeys(value).map((path) => `${name}.${path}`);
	});
}

const engine = engineOptions.map((name) => `options.${name}`);

describe.each(subjects)(
	'$name',
	({ node: { description }, cases, contract, unreachable, baseUrl }) => {
		const places = placesOf(description);

		test('every operation of the form has a case, and every case belongs to an operation', () => {
			const named = ({ resource, operation }: Place) => `${resource}: ${operation}`;
			const covered = new Set(cases.map(({ parameters }) => named(parameters)));
			expect([...covered].sort()).toEqual(places.map(named).sort());
		});

		test.each(places)(
			'$resource: $operation has a case with nothing but what is required',
			(it) => {
				const fields = fieldsOf(description, it);
				const required = fields.filter((field) => field.required && field.default === '');
				const pickers = fields.filter(
					(field) => field.required && field.type === 'resourceLocator',
				);
				const names = [...required, ...pickers].map(({ name }) => name);
				// An update without a change is refused; what an endpoint needs is in its fields.
				const changes = fields
					.filter(({ name }) => ['updateFields', 'fields'].includes(name))
					.map(({ name }) => name);
				const smallest = cases
					.filter(isOf(it))
					.map(({ parameters: { resource: _r, operation: _o, ...rest } }) =>
						Object.keys(rest).sort(),
					);
				expect(smallest).toContainEqual([...names, ...changes].sort());
			},
		);

		test.each(places)('every field of $resource: $operation is set in some case', (it) => {
			const fields = fieldsOf(description, it);
			const set = new Set(cases.filter(isOf(it)).flatMap((one) => used(fields, one.parameters)));
			// A hidden entry is there to be refused.
			const hidden = new Set(
				deepFields(fields)
					.filter(([, { type }]) => type === 'hidden')
					.map(([path]) => path),
			);
			const wanted = leaves(fields).filter((path) => !engine.includes(path) && !hidden.has(path));
			expect(wanted.filter((path) => !set.has(path))).toEqual([]);
		});

		test.each(places)('no case of $resource: $operation sets what is no field', (it) => {
			const fields = fieldsOf(description, it);
			const known = ['resource', 'operation', ...leaves(fields)];
			const isKnown = (path: string) =>
				known.some(
					(leaf) => `${leaf}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${leaf}.`),
				);
			const set = cases.filter(isOf(it)).flatMap((one) => used(fields, one.parameters));
			expect(set.filter((path) => !isKnown(path))).toEqual([]);
		});

		test('the Base URL that the credential starts with is the contract’s server', () => {
			expect(contractServers(contract)).toEqual([baseUrl]);
		});

		test('every key that the contract allows is reached from the form, but for what has a reason', async () => {
			const { operationOf } = await readContract(contract);
			const reached = new Set(
				cases.flatMap(({ exchanges }) =>
					exchanges.flatMap(([{ method, path, query = {}, headers = {}, body }]) => {
						const keys = [
							...Object.keys(query).map((name) => `query ${name}`),
							...Object.keys(headers).map((name) => `header ${name}`),
							...valueKeys(body).map((name) => `body ${name}`),
							'itself',
						];
						return keys.map((key) => `${operationOf(method, path)?.operationId ?? ''} ${key}`);
					}),
				),
			);
			const missing = contractKeys(contract).filter((key) => !reached.has(key));
			const reasonFor = (key: string) =>
				Object.keys(unreachable).find((excused) => `${key}.`.startsWith(`${excused}.`));
			expect(missing.filter((key) => !reasonFor(key))).toEqual([]);
			expect(new Set(missing.map(reasonFor))).toEqual(new Set(Object.keys(unreachable)));
		});
	},
);
