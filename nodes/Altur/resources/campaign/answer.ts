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
	'analytics',
];

/** A campaign's fields that workflows use; a field the answer lacks stays away. */
export const simpleCampaign = (campaign: IDataObject): IDataObject =>
	Object.fromEntries(
		SIMPLE.filter((key) => Object.hasOwn(campaign, key)).map((key) => [key, campaign[key]]),
	);
