import type { Case, Refusal } from './case.mts';
import { callCases, callRefusals } from './altur/calls.mts';
import { campaignListCases, campaignListRefusals } from './altur/campaignLists.mts';
import { campaignCases, campaignRefusals } from './altur/campaigns.mts';
import { contactCases, contactRefusals } from './altur/contacts.mts';
import { conversationCases, conversationRefusals } from './altur/conversations.mts';

export const alturCases: Case[] = [
	...callCases,
	...campaignCases,
	...campaignListCases,
	...contactCases,
	...conversationCases,
];

export const alturRefusals: Refusal[] = [
	...callRefusals,
	...campaignRefusals,
	...campaignListRefusals,
	...contactRefusals,
	...conversationRefusals,
];
