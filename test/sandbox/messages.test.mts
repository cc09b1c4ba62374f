import { agents } from '../../sandbox/altur/agents.mts';
import { seededEndUsers } from '../../sandbox/altur/endUsers.mts';
import { openLab } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

describe('messages in the sandbox', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	afterEach(() => lab.sandbox.reset());
	afterAll(() => lab.sandbox.close());

	const say = (content: string, endUserId: string = seededEndUsers.ana) =>
		lab.ask('POST', '/message', {
			agent_id: agents.sofia.id,
			end_user_id: endUserId,
			content,
		});

	it('come back with the thread, the agent’s replies and what was sent', async () => {
		const { status, body } = await say('Hola');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			thread: { agent: { name: 'Sofía Ventas' }, end_user: { display_name: 'Ana García' } },
			messages: [{ sent_by: 'AI', type: 'text' }],
			in_response_to: { sent_by: 'EU', content: 'Hola', thread_id: body.thread.id },
		});
	});

	it('that ask get two replies', async () => {
		expect((await say('¿Cuánto debo?')).body.messages).toHaveLength(2);
	});

	it('get no reply where the thread is blocked or not active', async () => {
		const blocked = (await say('Hola', seededEndUsers.luis)).body;
		expect(blocked).toMatchObject({ thread: { blocked: true }, messages: [] });
		const inactive = (await say('Hola', seededEndUsers.elena)).body;
		expect(inactive).toMatchObject({ thread: { active: false }, messages: [] });
	});

	it('stop being answered when a test blocks the thread', async () => {
		const { id } = (await say('Hola')).body.thread;
		await lab.control('POST', `altur/threads/${id}`, { blocked: true });
		expect((await say('Hola')).body.messages).toEqual([]);
		expect((await lab.ask('GET', `/thread/${id}`)).body.blocked).toBe(true);
	});

	it('of a thread can all be read, in order', async () => {
		const { id } = (await say('Primero')).body.thread;
		await say('¿Segundo?');
		const { body } = await lab.ask('GET', `/message/${id}`);
		const read = body as unknown as Array<{ sent_by: string; sent_at: string }>;
		expect(read).toHaveLength(5);
		expect(read.map(({ sent_at: at }) => at)).toEqual(read.map(({ sent_at: at }) => at).sort());
	});

	it('to or by nobody the account knows are not found', async () => {
		const nobody = '00000000-0000-4000-8000-000000000000';
		expect((await say('Hola', nobody)).body).toEqual({ error: 404, message: 'EndUser not found' });
		for (const path of ['/thread/x', '/message/x', `/enduser/${nobody}`]) {
			expect((await lab.ask('GET', path)).status).toBe(404);
		}
	});

	it('may be sent by an end user created and renamed before', async () => {
		const created = (await lab.ask('POST', '/enduser', { display_name: 'Íñigo', info: 'x' })).body;
		const path = `/enduser/${created.id}`;
		await lab.ask('PUT', path, { display_name: 'Íñigo Núñez' });
		const expected = { display_name: 'Íñigo Núñez', info: 'x', integration_type: 'api' };
		expect((await lab.ask('GET', path)).body).toEqual({ id: created.id, ...expected });
		expect((await say('Hola', created.id)).body.thread.end_user.display_name).toBe('Íñigo Núñez');
	});

	it('always keep the contract', () => {
		expect(lab.broken).toEqual([]);
	});
});
