import type { INodeProperties } from 'n8n-workflow';

/** A picker: a searchable list first, an ID as the other way. */
export function picker(field: {
	displayName: string;
	name: string;
	search: string;
	description: string;
	placeholder: string;
	required?: boolean;
	/** What the other way is called; "By ID" unless told. */
	byHand?: string;
}): INodeProperties {
	const { search, placeholder, byHand = 'By ID', required = true, ...rest } = field;
	return {
		...rest,
		type: 'resourceLocator',
		required,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ displayName: byHand, name: 'id', type: 'string', placeholder },
		],
	};
}

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
