import { items, of, ok, picked } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { ids, notUuid } from './samples.mts';

const authenticate = of('externalUser', 'authenticate');
const getTicket = of('ticket', 'get');

const smallest = { channelId: ids.channel, externalId: null, id: null, identifier: null };
const user = { id: ids.user, superIdentityId: ids.sender };
const answer = ok({ ...user, accessToken: 'secret' });
const posted = (body: unknown) => ({
	method: 'POST',
	path: '/api/v1/external-users/authenticate',
	body,
});
const ticket = { id: ids.ticket, title: 'Refund' };

export const peopleCases: Case[] = [
	{
		title: 'minimal',
		parameters: authenticate({ channelId: ids.channel }),
		exchanges: [[posted(smallest), answer]],
		output: items(user),
	},
	{
		title: 'full',
		parameters: authenticate({
			channelId: picked(ids.channel),
			additionalFields: {
				externalId: 'crm-20817',
				id: ids.user,
				identifier: 'sofia@example.com',
			},
			includeAccessToken: true,
		}),
		exchanges: [
			[
				posted({
					channelId: ids.channel,
					externalId: 'crm-20817',
					id: ids.user,
					identifier: 'sofia@example.com',
				}),
				answer,
			],
		],
		output: items({ ...user, accessToken: 'secret' }),
	},
	{
		title: 'minimal',
		parameters: getTicket({ ticketId: ids.ticket }),
		exchanges: [[{ method: 'GET', path: `/api/v1/tickets/${ids.ticket}/details` }, ok(ticket)]],
		output: items(ticket),
	},
];

export const peopleRefusals: Refusal[] = [
	{ parameters: authenticate({ channelId: 'x' }), says: `Channel: "x" ${notUuid}` },
	{
		parameters: authenticate({ channelId: ids.channel, additionalFields: { id: '7' } }),
		says: `ID: "7" ${notUuid}`,
	},
	{ parameters: getTicket({ ticketId: '../agents' }), says: `Ticket ID: "../agents" ${notUuid}` },
];
