import { vendors } from '../vendors.mts';
import type { VendorSurface } from './surfaceGrammar.mts';

/** What else outsiders depend on: types, triggers and credentials, by their permanent names. */
export const packageName = 'n8n-nodes-conversational-agents';

const byName = <T,>(of: (surface: VendorSurface) => Record<string, T>) =>
	Object.assign({}, ...vendors.map((vendor) => of(vendor.surface))) as Record<string, T>;

/** The credential of each action node. */
export const actionNodes = byName(({ action }) => ({ [action.name]: action.credential }));

export const triggers = byName((surface) => surface.triggers);

export const credentials = byName((surface) => surface.credentials);

/** Fields that a listing of the vendor can feed: pickers wherever they stand. */
export const pickers = [
	'agentId',
	'integrationId',
	'campaignId',
	'channelId',
	'chatId',
	'chatThreadId',
	'endpoint',
	'language',
	'role',
	'senderId',
];

/** What fields of action nodes hold at first, by node and path. */
export const defaults = byName(({ action, defaults: own }) => ({ [action.name]: own }));

/** Likewise, in all action nodes. */
export const commonDefaults: Record<string, unknown> = {
	limit: 50,
	'options.concurrency': 5,
	'options.maxRetries': 3,
	returnAll: false,
	simplify: true,
};

/** What lists of choices hold that the vendors' documents name, by node and path. */
export const choices = byName(({ action, choices: own }) => ({ [action.name]: own }));
