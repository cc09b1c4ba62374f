import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { isOffered } from '../form/asAdded.mts';

type Values = Record<string, unknown>;

const groupsOf = ({ options = [] }: INodeProperties) => options as INodePropertyCollection[];
const innerOf = ({ options = [] }: INodeProperties) => options as INodeProperties[];

/** Every field with its default, the optional ones too, as if the user had added them all. */
export const allFilledIn = (fields: INodeProperties[]): INodeParameters =>
	Object.fromEntries(fields.map((field) => [field.name, filled(field)])) as INodeParameters;

function filled(field: INodeProperties): unknown {
	if (field.type === 'collection') return allFilledIn(innerOf(field));
	if (field.type !== 'fixedCollection') return field.default;
	const groups = groupsOf(field).map(({ name, values }) => {
		const row = allFilledIn(values);
		return [name, field.typeOptions?.multipleValues ? [row] : row];
	});
	return Object.fromEntries(groups) as Values;
}

/** The fields that n8n shows for these values. */
export const shownFields = (
	description: INodeTypeDescription,
	values: INodeParameters,
): INodeProperties[] =>
	description.properties.filter((field) =>
		NodeHelpers.displayParameter(values, field, { typeVersion: 1 } as INode, description),
	);

/** A field as the user sees it: its title, and whether there is more to read about it. */
export interface Title {
	title: string;
	explained: boolean;
}

/** What stands in the form from top to bottom, with all optional fields added. */
export const titlesOf = (fields: INodeProperties[], form = fields): Title[] =>
	fields
		// A form that is made of a choice has no title before something is chosen.
		.filter(({ type }) => type !== 'notice' && type !== 'resourceMapper')
		.filter((field) => isOffered(field, form))
		.flatMap((field) => [
			{ title: field.displayName, explained: Boolean(field.description) },
			...(field.type === 'collection' ? titlesOf(innerOf(field), form) : []),
			...(field.type === 'fixedCollection' ? titlesOfGroups(groupsOf(field)) : []),
		]);

/** One kind of entry goes without its name. */
const titlesOfGroups = (groups: INodePropertyCollection[]): Title[] =>
	groups.flatMap(({ displayName, values }) => [
		...(groups.length > 1 ? [{ title: displayName, explained: false }] : []),
		...titlesOf(values),
	]);

/** Notices and what they say. */
export const noticesOf = (fields: INodeProperties[]): string[] =>
	fields.filter(({ type }) => type === 'notice').map(({ displayName }) => displayName);

/** Every name that a list of the form can show. */
export const choicesOf = (fields: INodeProperties[]): string[] =>
	fields.flatMap((field) => {
		if (field.type === 'collection') return choicesOf(innerOf(field));
		if (field.type === 'fixedCollection')
			return groupsOf(field).flatMap(({ values }) => choicesOf(values));
		return [
			...((field.options ?? []) as INodePropertyOptions[]).map(({ name }) => name),
			...(field.modes ?? []).map(({ displayName }) => displayName),
		];
	});
