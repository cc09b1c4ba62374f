import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';

const sandbox = sandboxForTests();

const get = async (ticketId: string) =>
	await zaia(sandbox, { parameters: { resource: 'ticket', operation: 'get', ticketId } });

test('a ticket comes with its details', async () => {
	const ticketId = idOf('ticket', 2);
	const { outputs } = await get(ticketId);
	expect(outputs[0]?.[0]).toMatchObject({ json: { id: ticketId, title: 'Ticket 2' } });
	expect(sandbox.it.requests('zaia')).toMatchObject([
		{ method: 'GET', path: `/api/v1/tickets/${ticketId}/details`, query: {}, status: 200 },
	]);
});

test('an ID that is no UUID is refused before anything is sent', async () => {
	expect((await get('../agents')).error?.message).toContain('Ticket ID: "../agents" is no UUID');
	expect(sandbox.it.requests('zaia')).toEqual([]);
});

test('a ticket that is not there is a failure with advice', async () => {
	const { error } = await get(idOf('ticket', 99));
	expect(error?.message).toContain('Zaia answered: Ticket not found (404)');
	expect(error).toMatchObject({ description: expect.stringContaining('Check the IDs') });
});
