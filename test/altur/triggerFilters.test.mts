import { alturTriggerForTests, events, signedByOpenssl } from './triggerHost.mts';

const { deliver, set, started } = alturTriggerForTests();

const ended = {
	event_type: 'on_call_end',
	id: 'cll_1',
	type: 'outbound',
	status: 'ended',
	answered_by: 'human',
	end_user: { tags: ['Payment_Promise', 'call_later'] },
};

const outcome = async (options: object, event: object = ended) => {
	set({ parameters: { events, options: { ...options, ignoreRepeats: false } } });
	const body = JSON.stringify(event);
	const signature = signedByOpenssl(Buffer.from(body), 'base64');
	const before = started().length;
	const { status } = await deliver(body, [['X-Altur-Signature', signature]]);
	return { status, starts: started().length > before };
};

const taken = { status: 200, starts: true };
const left = { status: 200, starts: false };

test.each([
	[{}, taken],
	[{ answeredBy: ['human'] }, taken],
	[{ answeredBy: ['machine', 'unknown'] }, left],
	[{ callStatuses: ['ended'] }, taken],
	[{ callStatuses: ['busy', 'no-answer', 'failed'] }, left],
	[{ direction: ['outbound'] }, taken],
	[{ direction: ['inbound'] }, left],
	[{ tags: 'other, payment_promise' }, taken],
	[{ tags: ['call_later'] }, taken],
	[{ tags: 'other' }, left],
	[{ answeredBy: ['human'], tags: 'other' }, left],
])('an ended call meets %j: %j', async (options, expected) => {
	expect(await outcome(options)).toEqual(expected);
});

test.each([{ answeredBy: [] }, { callStatuses: null }, { direction: '' }, { tags: ' , ' }])(
	'a filter that comes out empty takes all: %j',
	async (options) => expect(await outcome(options)).toEqual(taken),
);

test('a call that nobody answered is none that a human answered', async () => {
	const event = { ...ended, status: 'busy', answered_by: null };
	expect(await outcome({ answeredBy: ['human'] }, event)).toEqual(left);
	expect(await outcome({ callStatuses: ['busy'] }, event)).toEqual(taken);
});

test.each([
	{ end_user: null },
	{ end_user: { tags: null } },
	{ end_user: { tags: [null, {}, 7] } },
])('a call without such tags starts nothing, and breaks nothing: %j', async (more) =>
	expect(await outcome({ tags: 'a' }, { ...ended, ...more })).toEqual(left),
);

test('tags that are objects with a name count by their name', async () => {
	const event = { ...ended, end_user: { tags: [{ id: 't', name: 'Promesa' }] } };
	expect(await outcome({ tags: 'promesa' }, event)).toEqual(taken);
});

test('the filters of calls leave the events of campaigns alone', async () => {
	const event = {
		event_type: 'campaign.cycle_completed',
		event_id: 'evt_1',
		data: { cycle_iteration: 1 },
	};
	const filters = { answeredBy: ['human'], callStatuses: ['ended'], direction: ['inbound'] };
	expect(await outcome({ ...filters, tags: 'a' }, event)).toEqual(taken);
});
