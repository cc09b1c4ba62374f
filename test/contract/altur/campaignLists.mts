import { items, moreMayExist, of, ok, picked } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { agentId, callId, contact, listedCampaign, simpleCampaign } from './samples.mts';

const getAll = of('campaign', 'getAll');
const getCalls = of('campaign', 'getCalls');
const getContacts = of('contact', 'getAll');

const campaigns = (query: Record<string, string>) => ({
	method: 'GET',
	path: '/campaigns',
	query,
});
const page = (...rows: object[]) => ({
	total_count: 2,
	campaigns: rows,
	pagination: { has_next: false, has_previous: false, next_cursor: null, previous_cursor: null },
});
const second = { ...listedCampaign, id: 1235 };

const campaignCall = {
	id: callId,
	type: 'outbound',
	status: 'ended',
	answered_by: 'human',
	duration: 45,
	billed_duration: 60,
	contact: { id: 56789, f_id: 'user_12345', phone_number: '+525512345678', status: 'answered' },
	extracted_data: { 'Payment Amount': '1200' },
	tags: ['payment_promise'],
	recording_url: `/api/v1.0/call/${callId}/recording`,
};
const calls = (query: Record<string, string>) => ({
	method: 'GET',
	path: '/campaigns/1234/calls',
	query,
});
const contacts = (query: Record<string, string>) => ({
	method: 'GET',
	path: '/campaigns/1234/contacts',
	query,
});
const last = { has_next: false, has_previous: false, next_page: null };
const first = { has_next: true, has_previous: false, next_page: 1 };
const firstPage = { pageSize: '50', pageIndex: '0' };

export const campaignListCases: Case[] = [
	{
		title: 'minimal',
		parameters: getAll(),
		exchanges: [[campaigns({ pageSize: '50' }), ok(page(listedCampaign))]],
		output: items({ ...simpleCampaign, cycles: { enabled: false } }),
	},
	{
		title: 'full',
		parameters: getAll({
			limit: 1,
			filters: {
				agentId: picked(agentId),
				endDate: '2026-11-30',
				integration: 'whatsapp',
				startDate: '2026-11-01T09:00:00',
				status: 'active',
			},
			simplify: false,
		}),
		exchanges: [
			[
				campaigns({
					agentId,
					status: 'active',
					integration: 'whatsapp',
					startDate: '2026-11-01T09:00:00-06:00',
					endDate: '2026-11-30T23:59:59.999-06:00',
					pageSize: '1',
				}),
				ok(page(listedCampaign)),
			],
		],
		output: items(listedCampaign),
		hints: [moreMayExist],
	},
	{
		title: 'all, page by page',
		parameters: getAll({ returnAll: true, simplify: false }),
		exchanges: [
			[
				campaigns({ pageSize: '100' }),
				ok({ ...page(listedCampaign), pagination: { has_next: true, next_cursor: 'c2' } }),
			],
			[campaigns({ pageSize: '100', cursor: 'c2' }), ok(page(second))],
		],
		output: items(listedCampaign, second),
	},
	{
		title: 'minimal',
		parameters: getCalls({ campaignId: '1234' }),
		exchanges: [[calls(firstPage), ok({ calls: [campaignCall], pagination: last })]],
		output: items(campaignCall),
	},
	{
		title: 'full',
		parameters: getCalls({
			campaignId: picked('1234'),
			returnAll: false,
			limit: 150,
			filters: {
				answeredBy: 'human',
				endDate: '2026-11-30',
				startDate: '2026-11-01',
				status: 'ended',
			},
		}),
		exchanges: [0, 1].map((pageIndex) => [
			calls({
				status: 'ended',
				answeredBy: 'human',
				startDate: '2026-11-01T00:00:00-06:00',
				endDate: '2026-11-30T23:59:59.999-06:00',
				pageSize: '75',
				pageIndex: String(pageIndex),
			}),
			ok({
				calls: [{ ...campaignCall, id: `cll_${pageIndex}` }],
				pagination: pageIndex === 0 ? first : last,
			}),
		]),
		output: items({ ...campaignCall, id: 'cll_0' }, { ...campaignCall, id: 'cll_1' }),
	},
	{
		title: 'minimal',
		parameters: getContacts({ campaignId: '1234' }),
		exchanges: [
			[contacts(firstPage), ok({ total_count: 1, contacts: [contact], pagination: last })],
		],
		output: items(contact),
	},
	{
		title: 'full',
		parameters: getContacts({
			campaignId: picked('1234'),
			limit: 1,
			filters: { status: 'queue' },
		}),
		exchanges: [
			[
				contacts({ status: 'queue', pageSize: '1', pageIndex: '0' }),
				ok({ contacts: [contact], pagination: first }),
			],
		],
		output: items(contact),
		hints: [moreMayExist],
	},
	{
		title: 'all',
		parameters: getContacts({ campaignId: '1234', returnAll: true }),
		exchanges: [
			[
				contacts({ pageSize: '100', pageIndex: '0' }),
				ok({ total_count: 0, contacts: [], pagination: last }),
			],
		],
		output: [],
	},
];

export const campaignListRefusals: Refusal[] = [
	{
		parameters: getAll({ filters: { startDate: '2026-11-01' } }),
		says: 'Filters › End Date: is empty; Altur takes Start Date only together with it',
	},
	{
		parameters: getAll({ filters: { startDate: '2026-11-02', endDate: '2026-11-01' } }),
		says: 'Start Date: is after End Date',
	},
	{
		parameters: getAll({ filters: { startDate: '2026-02-31', endDate: '2026-03-01' } }),
		says: 'Start Date: "2026-02-31" is no date; write it like 2026-11-21',
	},
	{ parameters: getAll({ limit: 0 }), says: 'Limit: must be a whole number from 1' },
	{ parameters: getAll({ filters: { agentId: 'Diana' } }), says: 'Agent: "Diana" is no UUID' },
	{ parameters: getCalls({ campaignId: 'x' }), says: 'Campaign: "x" is no such ID' },
	{
		parameters: getCalls({ campaignId: '1', filters: { endDate: 'today' } }),
		says: 'End Date: "today" is no date',
	},
	{ parameters: getContacts({ campaignId: 'x' }), says: 'Campaign: "x" is no such ID' },
	{
		parameters: getContacts({ campaignId: '1', limit: 'many' }),
		says: 'Limit: must be a whole number from 1',
	},
];
