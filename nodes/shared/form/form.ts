import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, Resource, Vendor } from '../contract/operation';
import { settingsFields } from './settings';

const byName = (a: { displayName: string }, b: { displayName: string }) =>
	a.displayName.localeCompare(b.displayName, 'en');

const optionsByName = (a: INodePropertyOptions, b: INodePropertyOptions) =>
	a.name.localeCompare(b.name, 'en');

/** All fields of one operation, its "Options" collection last. */
export function fieldsOf(vendor: Vendor, operation: Operation): INodeProperties[] {
	return [
		...operation.properties,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [...(operation.options ?? []), ...settingsFields(vendor, operation)].sort(byName),
		},
	];
}

const LIST = { type: 'options', noDataExpression: true } as const;

const choice = (
	displayName: string,
	name: string,
	more: Pick<INodeProperties, 'options' | 'default' | 'displayOptions'>,
): INodeProperties => ({ ...LIST, ...more, displayName, name });

function operationList({ option, operations }: Resource): INodeProperties {
	return choice('Operation', 'operation', {
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option).sort(optionsByName),
		default: operations[0].option.value,
	});
}

function shownFor(resource: string, operation: string, field: INodeProperties): INodeProperties {
	const { show, ...others } = field.displayOptions ?? {};
	return {
		...field,
		displayOptions: {
			...others,
			show: { resource: [resource], operation: [operation], ...show },
		},
	};
}

/** The whole form of a vendor's action node, from the same records that run it. */
export function formOf(vendor: Vendor): INodeProperties[] {
	const { resources } = vendor;
	return [
		choice('Resource', 'resource', {
			options: resources.map(({ option }) => option).sort(optionsByName),
			default: resources[0].option.value,
		}),
		...resources.map(operationList),
		...resources.flatMap(({ option, operations }) =>
			operations.flatMap((operation) =>
				fieldsOf(vendor, operation).map((field) =>
					shownFor(option.value, operation.option.value, field),
				),
			),
		),
	];
}
