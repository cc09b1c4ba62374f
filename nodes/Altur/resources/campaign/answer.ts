import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../../shared/values/json';

/** The campaign of an answer: Altur wraps a single one in `{success, campaign}`. */
export function campaignIn(body: unknown): IDataObject {
	const { campaign } = asObject(body);
	return (typeof campaign === 'object' && campaign !== null ? campaign : body) as IDataObject;
}

const SIMPLE = [
	'id',
	'name',
	'status',
	'description',
	'agent',
	'integration',
	'created_at',
	'timezone',
	'archived',
	'cycles',
	'analytics',
];

/** What a listed campaign has flat, and one of its own nests under `cycles`. */
const FLAT = ['enabled', 'max_iterations', 'cooldown_minutes', 'filter_statuses', 'filter_tags'];

/** A listed campaign as one of its own is answered, as far as the list says the same. */
function nested(campaign: IDataObject): IDataObject {
	const told = FLAT.filter((name) => Object.hasOwn(campaign, `cycle_${name}`));
	if (told.length === 0 || Object.hasOwn(campaign, 'cycles')) return campaign;
	const cycles = Object.fromEntries(told.map((name) => [name, campaign[`cycle_${name}`]]));
	return { ...campaign, cycles };
}

/** A campaign's fields that workflows use, the same of a list and of one; a field the answer lacks stays away. */
export const simpleCampaign = (campaign: IDataObject): IDataObject => {
	const known = nested(campaign);
	return Object.fromEntries(
		SIMPLE.filter((key) => Object.hasOwn(known, key)).map((key) => [key, known[key]]),
	);
};
