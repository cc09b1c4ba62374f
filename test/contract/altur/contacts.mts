import { items, of, ok, picked } from '../case.mts';
import type { Case, Item, Refusal } from '../case.mts';
import { contact, thisRun } from './samples.mts';

const add = of('contact', 'add');
const get = of('contact', 'get');
const remove = of('contact', 'delete');

const asked = { campaignId: '1234', phoneNumber: '+52 55 1234 5678' };

/** What an idempotency key is made of: the same for the same run. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const posted = (body: unknown, campaignId = '1234') => ({
	method: 'POST',
	path: `/campaigns/${campaignId}/contacts`,
	headers: { 'Idempotency-Key': expect.stringMatching(uuid) as string },
	body,
});

const none = { created: 0, updated: 0, skipped_duplicate: 0, failed: 0 };
const created = (...numbers: string[]) =>
	ok({
		success: true,
		summary: { ...none, created: numbers.length },
		results: numbers.map((number, index) => ({
			index,
			status: 'created',
			id: `c${index}`,
			contact: number,
		})),
	});

const inRow = (row: number, json: Item['json']): Item => ({ json, row });
const one = '+525512345678';
const two = '+525512345679';
const three = '+525512345670';
const path = '/campaigns/1234/contacts/56789';

export const contactCases: Case[] = [
	{
		title: 'minimal',
		parameters: add(asked),
		exchanges: [[posted({ if_duplicate: 'skip', contacts: [{ contact: one }] }), created(one)]],
		output: items({ status: 'created', id: 'c0', phoneNumber: one, line: one }),
		supplies: thisRun,
	},
	{
		title: 'full',
		parameters: add({
			campaignId: picked('1234'),
			phoneNumber: 5512345678,
			additionalFields: {
				context: { balance: 1200 },
				externalId: 'user_12345',
				extractedData: {
					field: [{ name: 'Payment Amount', value: '1200' }],
					object: [{ json: '{"Due": "2026-12-01"}' }],
				},
				name: 'Sofía Hernández',
			},
			options: { defaultCountryCode: '+52', ifDuplicate: 'update' },
		}),
		exchanges: [
			[
				posted({
					if_duplicate: 'update',
					contacts: [
						{
							contact: one,
							name: 'Sofía Hernández',
							context: '{"balance":1200}',
							extracted_data: { Due: '2026-12-01', 'Payment Amount': '1200' },
							f_id: 'user_12345',
						},
					],
				}),
				ok({
					success: true,
					summary: { ...none, updated: 1 },
					results: [{ index: 0, status: 'updated', id: '56789', contact: one }],
				}),
			],
		],
		output: items({ status: 'updated', id: '56789', phoneNumber: one, line: one }),
		supplies: thisRun,
	},
	{
		title: 'rows of one campaign go out together, and each gets its own result',
		parameters: add({ campaignId: '={{ $json.campaign }}', phoneNumber: '={{ $json.phone }}' }),
		rows: [
			{ campaign: 1234, phone: one },
			{ campaign: 99, phone: three },
			{ campaign: 1234, phone: two },
		],
		exchanges: [
			[
				posted({ if_duplicate: 'skip', contacts: [{ contact: one }, { contact: two }] }),
				ok({
					success: true,
					summary: { ...none, skipped_duplicate: 1, failed: 1 },
					results: [
						{ index: 0, status: 'skipped_duplicate', id: 'c0', contact: one },
						{ index: 1, contact: two, error: 'INVALID_PHONE_NUMBER' },
					],
				}),
			],
			[posted({ if_duplicate: 'skip', contacts: [{ contact: three }] }, '99'), created(three)],
		],
		output: [
			inRow(0, { status: 'skipped_duplicate', id: 'c0', phoneNumber: one, line: one }),
			inRow(1, { status: 'created', id: 'c0', phoneNumber: three, line: three }),
			inRow(2, {
				status: 'failed',
				id: null,
				phoneNumber: two,
				line: two,
				reason: 'INVALID_PHONE_NUMBER',
			}),
		],
		hints: ['Of 3 contacts 1 were not added; "reason" says why.'],
		supplies: thisRun,
	},
	{
		title: 'minimal',
		parameters: get({ campaignId: '1234', contactId: '56789' }),
		exchanges: [[{ method: 'GET', path }, ok({ success: true, contact })]],
		output: items(contact),
	},
	{
		title: 'minimal',
		parameters: remove({ campaignId: '1234', contactId: 56789 }),
		exchanges: [[{ method: 'DELETE', path }, { status: 204 }]],
		output: items({ deleted: true }),
	},
];

const described = (additionalFields: object) => add({ ...asked, additionalFields });

export const contactRefusals: Refusal[] = [
	{ parameters: add({ ...asked, campaignId: 'Q2' }), says: 'Campaign: "Q2" is no such ID' },
	{ parameters: add({ ...asked, phoneNumber: 'call me' }), says: 'Phone Number: "call me" is no' },
	{
		parameters: add({ ...asked, options: { ifDuplicate: 'replace' } }),
		says: 'If Duplicate: "replace" is neither skip nor update',
	},
	{
		parameters: add({ ...asked, phoneNumber: 55, options: { defaultCountryCode: 'MX' } }),
		says: 'Default Country Code: "MX" is not a valid country code',
	},
	{
		parameters: described({ extractedData: { object: [{ json: '[1]' }] } }),
		says: 'Extracted Data: "[1]" is not a valid JSON object',
	},
	{
		parameters: described({ extractedData: { field: [{ name: ' ', value: '1' }] } }),
		says: 'Extracted Data: a field has no name',
	},
	{
		parameters: described({ extractedData: { field: [{ name: 9007199254740992, value: '1' }] } }),
		says: 'Extracted Data: the name of a field must be text: this number has too many digits',
	},
	{
		parameters: described({ extractedData: { object: [{ json: '{"a":1,"\\u0061":2}' }] } }),
		says: 'Extracted Data: "a" is there twice',
	},
	{
		parameters: described({
			extractedData: { object: [{ json: '{"a":1}' }], field: [{ name: ' a ', value: '2' }] },
		}),
		says: 'Extracted Data: "a" is there twice',
	},
	{
		parameters: get({ campaignId: '1234', contactId: '../1' }),
		says: 'Contact ID: "../1" is no such ID; it is a whole number',
	},
	{ parameters: remove({ campaignId: 'x', contactId: 1 }), says: 'Campaign: "x" is no such ID' },
	{
		parameters: remove({ campaignId: '1', contactId: 'x' }),
		says: 'Contact ID: "x" is no such ID',
	},
];
