import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';
import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { GuruSupApi } from '../../credentials/GuruSupApi.credentials.ts';
import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Altur } from '../../nodes/Altur/Altur.node.ts';
import { AlturTrigger } from '../../nodes/Altur/AlturTrigger.node.ts';
import { GuruSup } from '../../nodes/GuruSup/GuruSup.node.ts';
import { GuruSupTrigger } from '../../nodes/GuruSup/GuruSupTrigger.node.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { ZaiaTrigger } from '../../nodes/Zaia/ZaiaTrigger.node.ts';
import { deepFields, placesOf, operationList } from './fields.mts';
import type { Place } from './fields.mts';

/** A node with where it stands below `nodes/`. */
interface Placed {
	file: string;
	type: INodeType;
}

export const actions: Placed[] = [
	{ file: 'Altur/Altur', type: new Altur() },
	{ file: 'GuruSup/GuruSup', type: new GuruSup() },
	{ file: 'Zaia/Zaia', type: new Zaia() },
];

export const triggerNodes: Placed[] = [
	{ file: 'Altur/AlturTrigger', type: new AlturTrigger() },
	{ file: 'GuruSup/GuruSupTrigger', type: new GuruSupTrigger() },
	{ file: 'Zaia/ZaiaTrigger', type: new ZaiaTrigger() },
];

export const nodes = [...actions, ...triggerNodes];

export const credentialTypes: Array<{ file: string; type: ICredentialType }> = [
	{ file: 'AlturApi', type: new AlturApi() },
	{ file: 'GuruSupApi', type: new GuruSupApi() },
	{ file: 'ZaiaApi', type: new ZaiaApi() },
];

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
