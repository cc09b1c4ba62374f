import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeParameterResourceLocator,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

type Values = Record<string, unknown>;

/** What in a node's parameters the form does not have, each in words. */
export function strangersIn(node: INode, description: INodeTypeDescription): string[] {
	const { properties } = description;
	// With the defaults of what is not written down, as n8n itself decides what shows.
	const all =
		NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ??
		{};
	const shown = properties.filter(
		(field) =>
			field.type !== 'notice' && NodeHelpers.displayParameter(all, field, node, description),
	);
	const missing = shown
		.filter(({ required, name }) => required && isEmpty(all[name]))
		.map(({ name }) => `${name} is required`);
	return [...missing, ...strangers(shown, node.parameters, '')];
}

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

function strangers(fields: INodeProperties[], values: Values, at: string): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const fitting = fields.filter((field) => field.name === name);
		if (fitting.length === 0) return [`${at}${name} is not in the form`];
		const problems = fitting.map((field) => problemsOf(field, value, at + name));
		return problems.find((found) => found.length === 0) ?? problems[0]!;
	});
}

/** What is wrong with a value: not in the list, or inside a collection something unknown. */
function problemsOf(field: INodeProperties, value: unknown, path: string): string[] {
	if (isExpression(value)) return [];
	const inside = (value ?? {}) as Values;
	switch (field.type) {
		case 'options':
		case 'multiOptions':
			return unlisted(field, value, path);
		case 'resourceLocator': {
			const { mode } = inside as unknown as INodeParameterResourceLocator;
			const isMode = typeof value === 'string' || field.modes?.some(({ name }) => name === mode);
			return isMode ? [] : [`${path} has no mode ${mode}`];
		}
		case 'collection':
			return strangers(field.options as INodeProperties[], inside, `${path}.`);
		case 'fixedCollection':
			return Object.entries(inside).flatMap(([group, rows]) => {
				const known = (field.options as INodePropertyCollection[]).find(
					({ name }) => name === group,
				);
				if (!known) return [`${path}.${group} is not in the form`];
				return [rows]
					.flat()
					.flatMap((row) => strangers(known.values, row as Values, `${path}.${group}.`));
			});
		default:
			return [];
	}
}

function unlisted({ options, typeOptions }: INodeProperties, value: unknown, path: string) {
	if (typeOptions?.loadOptionsMethod || typeOptions?.loadOptions) return [];
	const listed = ((options ?? []) as INodePropertyOptions[]).map((option) => option.value);
	return [value]
		.flat()
		.filter((one) => !listed.includes(one as string))
		.map((one) => `${path} has no option "${String(one)}"`);
}
