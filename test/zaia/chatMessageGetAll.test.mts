import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';

const sandbox = sandboxForTests();
const chatId = idOf('chat', 1);

const getAll = async (parameters: object = {}) =>
	await zaia(sandbox, {
		parameters: { resource: 'chatMessage', operation: 'getAll', chatId, ...parameters },
	});

const sent = () => sandbox.it.requests('zaia').at(-1);

test('50 messages come by default, in one request that names the limit as the vendor does', async () => {
	const { outputs, hints } = await getAll();
	expect(sandbox.it.requests('zaia')).toHaveLength(1);
	expect(sent()?.query).toEqual({ chatId, 'pagination[limit]': '50' });
	expect(outputs[0]).toHaveLength(50);
	expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
	expect(hints).toEqual([expect.stringContaining('There may be more results')]);
});

test('1,000 messages come in one request', async () => {
	const { outputs } = await getAll({ limit: 1_000 });
	expect(outputs[0]).toHaveLength(1_000);
	expect(sandbox.it.requests('zaia')).toHaveLength(1);
});

test('a limit that is not reached gives no hint', async () => {
	const { outputs, hints } = await getAll({ chatId: idOf('chat', 2), limit: 4 });
	expect(outputs[0]).toHaveLength(3);
	expect(hints).toEqual([]);
});

test.each([0, 1_001, 1.5])('a limit of %s is refused', async (limit) => {
	const { error } = await getAll({ limit });
	expect(error?.message).toContain('Limit: must be a whole number from 1 to 1000');
	expect(sandbox.it.requests('zaia')).toEqual([]);
});

test('a chat without messages gives no items', async () => {
	const { outputs, error } = await getAll({ filters: { ticketIds: idOf('ticket', 2) } });
	expect(error).toBeUndefined();
	expect(outputs[0] ?? []).toEqual([]);
});

test('one value of a filter goes out as such, several by repeating the name', async () => {
	await getAll({ filters: { ticketIds: idOf('ticket', 1), joins: ['senders'] } });
	expect(sent()?.query).toMatchObject({ ticketIds: idOf('ticket', 1), joins: 'senders' });
	const { outputs } = await getAll({
		filters: {
			chatThreadId: idOf('thread', 1),
			ticketIds: `${idOf('ticket', 1)}, ${idOf('ticket', 2)}`,
			joins: ['senders', 'chat-message-follow-ups'],
		},
	});
	expect(sent()).toMatchObject({
		status: 200,
		query: {
			chatThreadId: idOf('thread', 1),
			ticketIds: [idOf('ticket', 1), idOf('ticket', 2)],
			joins: ['senders', 'chat-message-follow-ups'],
		},
	});
	expect(outputs[0]?.[0]?.json).toHaveProperty('sender');
});

test('filters that are no UUIDs are refused before anything is sent', async () => {
	const { error } = await getAll({ filters: { ticketIds: `${idOf('ticket', 1)},TICK-7` } });
	expect(error?.message).toContain('Filters › Ticket IDs: "TICK-7" is no UUID');
	expect(sandbox.it.requests('zaia')).toEqual([]);
});

test('a value that the reference does not name is sent, with a note', async () => {
	sandbox.it.fail({ vendor: 'zaia', fault: { kind: 'status', status: 200, body: [] } });
	const { hints } = await getAll({ filters: { joins: ['reactions'] } });
	expect(sent()?.query).toMatchObject({ joins: 'reactions' });
	expect(hints).toEqual([expect.stringContaining('Joins: "reactions" is not among the values')]);
});

test('fields that the vendor adds pass through', async () => {
	sandbox.it.zaia.setDrift({ sentiment: { score: 0.4 }, content: null });
	const { outputs } = await getAll({ limit: 1 });
	expect(outputs[0]?.[0]?.json).toMatchObject({ sentiment: { score: 0.4 }, content: null });
});

test('a read is repeated after a passing fault', async () => {
	sandbox.it.fail({ vendor: 'zaia', times: 2, fault: { kind: 'status', status: 503 } });
	const { outputs, error } = await getAll();
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(50);
	expect(sandbox.it.counts('zaia').count).toBe(3);
});
