import type { INodeProperties } from 'n8n-workflow';
import { vendors } from '../vendors.mts';
import { deepFields, placesOf, operationList } from './fields.mts';
import type { Place } from './fields.mts';

export const actions = vendors.map(({ action }) => action);

export const triggerNodes = vendors.flatMap(({ triggers }) => triggers);

export const nodes = [...actions, ...triggerNodes];

export const credentialTypes = vendors.map(({ credential }) => credential);

/** A field of any form, and where it is seen. */
export interface Seen {
	where: string;
	field: INodeProperties;
}

/** Every field of every form: nodes, triggers and credentials, those inside collections included. */
export const allFields: Seen[] = [
	...nodes.map(({ type: { description } }) => ({
		name: description.name,
		properties: description.properties,
	})),
	...credentialTypes.map(({ type }) => type),
].flatMap(({ name, properties }) =>
	properties.flatMap((top) => {
		const { resource = [], operation = [] } = top.displayOptions?.show ?? {};
		const place = [name, ...resource, ...operation].join(' › ');
		return deepFields([top]).map(([path, field]) => ({ where: `${place} › ${path}`, field }));
	}),
);

/** One entry of an "Operation" list. */
export interface Offered extends Place {
	node: string;
	name: string;
	action: string;
	description: string;
}

/** Every operation of every action node as the user reads it. */
export const offered: Offered[] = actions.flatMap(({ type: { description } }) =>
	placesOf(description).map((place) => {
		const options = operationList(description, place.resource)?.options ?? [];
		const option = options.find((one) => 'value' in one && one.value === place.operation);
		const { name = '', action = '', description: says = '' } = { ...option } as Partial<Offered>;
		return { ...place, node: description.name, name, action, description: says };
	}),
);
