import type { Case, Refusal } from './case.mts';
import { apiCases, apiRefusals } from './zaia/api.mts';
import { chatMessageCases, chatMessageRefusals } from './zaia/chatMessages.mts';
import { listCases, listRefusals } from './zaia/lists.mts';
import { peopleCases, peopleRefusals } from './zaia/people.mts';

export const zaiaCases: Case[] = [...chatMessageCases, ...listCases, ...peopleCases, ...apiCases];

export const zaiaRefusals: Refusal[] = [
	...chatMessageRefusals,
	...listRefusals,
	...peopleRefusals,
	...apiRefusals,
];
