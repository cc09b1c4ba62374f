import { Readable } from 'node:stream';
import { items, of, ok, picked } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { agentId, call, callId, endedCall, message, threadId } from './samples.mts';

const create = of('call', 'create');
const createAndWait = of('call', 'createAndWait');
const get = of('call', 'get');
const getRecording = of('call', 'getRecording');
const getTranscript = of('call', 'getTranscript');

const spoken = [message('Hello,\nam I speaking with Sofía?'), message('Yes, who is this?', 'EU')];
const heard = {
	threadId,
	messages: spoken.map(({ sent_by: sentBy, sent_at: sentAt, content }) => ({
		sentBy,
		sentAt,
		content,
	})),
	text: 'Agent: Hello, am I speaking with Sofía?\nPerson: Yes, who is this?',
};

const asked = { agentId, phoneNumber: '+52 55 1234 5678' };
const smallest = { agent_id: agentId, phone_number_to: '+525512345678' };
const number = { phoneNumber: '+525512345678', line: '+525512345678' };
const placed = { outcome: 'placed', ...number };

const nothingSet = 'Check Only off, Calling Hours none, Call Once Per none.';
const carefully =
	'Allow Same Number on, Check Only off, Calling Hours 00:00–24:00 Mon–Sun (America/Bogota), not on 2026-01-01, Call Once Per November reminder.';

const said = {
	additionalFields: {
		context: '{"balance": "1200", "dueDate": "2026-12-01"}',
		displayName: 'Sofía Hernández',
		initialMessage: 'Hello, am I speaking with Sofía?',
	},
};
const everything = {
	...smallest,
	end_user_display_name: 'Sofía Hernández',
	end_user_context: { balance: '1200', dueDate: '2026-12-01' },
	initial_message: 'Hello, am I speaking with Sofía?',
};

const anyTime = {
	exceptDates: '2026-01-01',
	days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
	from: '00:00',
	to: '24:00',
	timezone: 'America/Bogota',
};

/** What "Call Once Per" needs of n8n, with nobody called before. */
const firstTime = {
	getWorkflow: () => ({ id: 'w', name: 'Reminders', active: true }),
	helpers: {
		clearAllProcessedItems: async () => {},
		removeProcessed: async () => {},
		getProcessedDataCount: async () => 0,
		checkProcessedAndRecord: async (values: Array<string | number | Date>) => ({
			new: values as string[],
			processed: [],
		}),
	},
};

const careful = {
	allowSameNumber: true,
	callOncePer: 'November reminder',
	callingHours: anyTime,
	checkOnly: false,
	defaultCountryCode: '+52',
};

const posted = (body: unknown) => ({ method: 'POST', path: '/call', body });
const wav = { mimeType: 'audio/wav', fileName: `${callId}.wav`, data: 'sound' };

export const callCases: Case[] = [
	{
		title: 'minimal',
		parameters: create(asked),
		exchanges: [[posted(smallest), ok(call())]],
		output: items({ ...call(), ...placed }),
		hints: [`1 called. ${nothingSet}`],
	},
	{
		title: 'full',
		parameters: create({ ...asked, phoneNumber: 5512345678, ...said, options: careful }),
		exchanges: [[posted(everything), ok(call())]],
		output: items({ ...call(), ...placed }),
		supplies: firstTime,
		hints: [`1 called. ${carefully}`],
	},
	{
		title: 'a context that is plain text',
		parameters: create({
			agentId: picked(agentId),
			phoneNumber: '0052 (55) 1234-5678',
			additionalFields: { context: 'Owes 1,200 pesos' },
		}),
		exchanges: [[posted({ ...smallest, end_user_context: 'Owes 1,200 pesos' }), ok(call())]],
		output: items({ ...call(), ...placed }),
		hints: [`1 called. ${nothingSet}`],
	},
	{
		title: 'check only',
		parameters: create({ ...asked, options: { checkOnly: true } }),
		exchanges: [],
		hints: ['1 checked. Check Only on, Calling Hours none, Call Once Per none.'],
		output: items({
			outcome: 'checked',
			...number,
			message: expect.stringMatching(/\w/) as string,
		}),
	},
	{
		title: 'minimal',
		parameters: createAndWait(asked),
		exchanges: [[posted(smallest), ok(endedCall)]],
		output: items({ ...endedCall, timedOut: false, ...placed }),
		hints: [`1 called. ${nothingSet}`],
	},
	{
		title: 'full',
		parameters: createAndWait({
			...asked,
			...said,
			options: {
				...careful,
				includeTranscript: true,
				maxWaitMinutes: 1,
				pollIntervalSeconds: 0.01,
				requestsPerSecond: 0,
			},
		}),
		exchanges: [
			[posted(everything), ok(call())],
			[{ method: 'GET', path: `/call/${callId}` }, ok(call({ status: 'forwarding' }))],
			[{ method: 'GET', path: `/call/${callId}` }, ok(endedCall)],
			[{ method: 'GET', path: `/message/${threadId}` }, ok(spoken)],
		],
		output: items({ ...endedCall, timedOut: false, transcript: heard, ...placed }),
		supplies: firstTime,
		hints: [`1 called. ${carefully}`],
	},
	{
		title: 'minimal',
		parameters: get({ callId }),
		exchanges: [[{ method: 'GET', path: `/call/${callId}` }, ok(endedCall)]],
		output: items(endedCall),
	},
	{
		title: 'minimal',
		parameters: getTranscript({ callId }),
		exchanges: [
			[{ method: 'GET', path: `/call/${callId}` }, ok(endedCall)],
			[{ method: 'GET', path: `/message/${threadId}` }, ok(spoken)],
		],
		output: items({ callId, status: 'ended', ...heard }),
	},
	{
		title: 'minimal',
		parameters: getRecording({ callId }),
		exchanges: [
			[
				{
					method: 'GET',
					path: `/call/${callId}/recording`,
					headers: { Accept: 'audio/*, */*' },
				},
				{ status: 200, body: Readable.from(['RIFF']), headers: { 'content-type': 'audio/wav' } },
			],
		],
		output: [{ json: { id: callId, fileName: `${callId}.wav` }, binary: { data: wav } }],
		supplies: { helpers: { prepareBinaryData: async () => wav } },
	},
	{
		title: 'full',
		parameters: getRecording({ callId, binaryPropertyName: 'sound' }),
		exchanges: [
			[
				{
					method: 'GET',
					path: `/call/${callId}/recording`,
					headers: { Accept: 'audio/*, */*' },
				},
				{ status: 200, body: Readable.from(['RIFF']), headers: { 'content-type': 'audio/wav' } },
			],
		],
		output: [{ json: { id: callId, fileName: `${callId}.wav` }, binary: { sound: wav } }],
		supplies: { helpers: { prepareBinaryData: async () => wav } },
	},
];

const noUuid = 'is no UUID, like 123e4567-e89b-42d3-a456-426614174000';
const hours = (callingHours: object) => create({ ...asked, options: { callingHours } });

export const callRefusals: Refusal[] = [
	{ parameters: create({ ...asked, agentId: 'Diana' }), says: `Agent: "Diana" ${noUuid}` },
	{
		parameters: create({ ...asked, phoneNumber: '55 1234 5678' }),
		says: 'Phone Number: "55 1234 5678" has no country code; write it like +52 55 1234 5678 or set Default Country Code under Options',
	},
	{
		parameters: create({ ...asked, phoneNumber: '+52 55 1234 5678 / 81 1234 5678' }),
		says: 'Phone Number: "+52 55 1234 5678 / 81 1234 5678" looks like more than one number',
	},
	{
		parameters: create({ ...asked, phoneNumber: '5.2E+11' }),
		says: 'Phone Number: "5.2E+11" lost its digits in the spreadsheet',
	},
	{
		parameters: create({ ...asked, phoneNumber: 55, options: { defaultCountryCode: 'MX' } }),
		says: 'Default Country Code: "MX" is not a valid country code; write it like +52',
	},
	{
		parameters: hours({ from: '9am' }),
		says: 'Calling Hours › From: "9am" is no time of day; write it like 09:00',
	},
	{
		parameters: hours({ to: '25:00' }),
		says: 'Calling Hours › To: "25:00" is no time of day',
	},
	{
		parameters: hours({ days: ['monday'] }),
		says: 'Calling Hours › Days: "monday" is no day; the values are sun, mon',
	},
	{
		parameters: hours({ timezone: 'Mexico' }),
		says: 'Calling Hours › Timezone: "Mexico" is no time zone',
	},
	{
		parameters: createAndWait({ ...asked, options: { maxWaitMinutes: 0 } }),
		says: 'Max Wait (Minutes): must be more than 0, and no more than a day',
	},
	{
		parameters: createAndWait({ ...asked, options: { pollIntervalSeconds: -1 } }),
		says: 'Poll Interval (Seconds): must be a number of zero or more',
	},
	{ parameters: get({ callId: '..' }), says: 'Call ID: ".." is no ID' },
	{
		parameters: getRecording({ callId, binaryPropertyName: ' ' }),
		says: 'Put Output File in Field: is empty',
	},
];
