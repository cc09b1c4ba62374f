import { agents } from '../../sandbox/altur/agents.mts';
import { zaiaKey, zaiaPrefix } from '../../sandbox/zaia/address.mts';
import { guruSupKey, guruSupPrefix } from '../../sandbox/gurusup/address.mts';
import { openSandbox } from '../../sandbox/shared/sandbox.mts';
import { zaiaVendor } from '../../sandbox/zaia/vendor.mts';
import { openLab, reserved, until } from './alturClient.mts';
import type { Lab } from './alturClient.mts';
import { startReceiver } from '../support/receiver.mts';
import type { Receiver } from '../support/receiver.mts';
import { lookAt } from './pageReader.mts';

describe('what the sandbox’s page shows', () => {
	let lab: Lab;
	let receiver: Receiver;
	beforeAll(async () => {
		lab = await openLab();
		receiver = await startReceiver();
	});
	beforeEach(() => lab.sandbox.reset());
	afterAll(async () => {
		await lab.sandbox.close();
		await receiver.close();
	});

	const look = async () => await lookAt(lab.sandbox.url);
	const post = async (path: string, headers: Record<string, string>, body: object) =>
		await fetch(lab.sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
	const asGuruSup = async (path: string, body: object) =>
		await post(guruSupPrefix + path, { 'x-api-key': guruSupKey }, body);
	const asZaia = async (path: string, body: object) =>
		await post(`${zaiaPrefix}/api/v1/${path}`, { authorization: zaiaKey }, body);

	it('is a call from its ringing to its end', async () => {
		lab.sandbox.set({ speed: 1 });
		const { body } = await lab.call(reserved('006'), { end_user_display_name: 'Ana' });
		const before = await look();
		expect(before.row('altur', 'calls', reserved('006'))).toMatchObject({
			Dialled: 'once',
			'End user': 'Ana',
			Agent: 'Diana Cobranza',
			Status: 'created',
			Lasted: '0:00',
		});
		expect(before.figure('altur', 'On the phone now')).toBe(1);
		lab.sandbox.set({ speed: 10_000 });
		await until('somebody talks', async () => {
			const row = (await look()).row('altur', 'calls', reserved('006'));
			return row?.Status === 'in-progress' && row['Answered by'] === 'human';
		});
		await lab.control('POST', `altur/calls/${body.id}/end`, { status: 'no-answer' });
		await until('it is shown as over', async () => {
			const now = await look();
			return now.row('altur', 'calls', reserved('006'))?.Status === 'no-answer';
		});
		const after = await look();
		expect(after.figure('altur', 'On the phone now')).toBe(0);
		expect(after.table('altur', 'calls').rows[0]?.order).toBeUndefined();
	});

	it('is, standing out, a number that was dialled twice', async () => {
		for (const number of [reserved('001'), '+525512345678', reserved('001')])
			await lab.call(number);
		const now = await look();
		expect(now.part('sandbox').notice).toEqual({
			text: '1 number was dialled more than once.',
			tone: 'bad',
		});
		expect(now.row('sandbox', 'repeated', reserved('001'))).toMatchObject({ 'Times dialled': 2 });
		const standing = now.table('altur', 'calls').rows.map(({ standsOut }) => standsOut);
		expect(standing).toEqual([true, false, true]);
		expect(now.row('altur', 'calls', reserved('001'))).toMatchObject({ Dialled: '2 times' });
	});

	it('is a number as dialled twice also where the first answer was lost', async () => {
		await lab.call(reserved('902')).catch(() => undefined);
		await lab.call(reserved('902')).catch(() => undefined);
		const now = await look();
		expect(now.figure('sandbox', 'Dialled more than once')).toBe(1);
		expect(now.row('sandbox', 'refused', 'POST /call')).toMatchObject({ Status: 'reset' });
	});

	it('is bounded, with totals, however much there is', async () => {
		lab.sandbox.set({ record: 'counts' });
		const contacts = Array.from({ length: 1_000 }, (_, n) => ({ contact: `+5255${1e7 + n}` }));
		await lab.ask('POST', '/campaigns/1001/contacts', { contacts });
		const started = (await look()).row('altur', 'campaigns', '1001');
		expect(started).toMatchObject({ 'Contacts done': { done: 0, of: 1_000 }, Calls: 0 });
		lab.sandbox.set({ speed: 5_000 });
		await lab.ask('POST', '/campaigns/1001/activate');
		for (let n = 0; n < 250; n += 1) await lab.call(reserved('400'));
		await until('all are called', async () => {
			const done = (await look()).row('altur', 'campaigns', '1001')?.['Contacts done'];
			return JSON.stringify(done) === '{"done":1000,"of":1000}';
		});
		const now = await look();
		expect(now.table('altur', 'calls')).toMatchObject({ total: 1_000 });
		expect(now.table('altur', 'calls').rows).toHaveLength(200);
		expect(now.table('sandbox', 'refused')).toMatchObject({ total: 250 });
		expect(now.table('sandbox', 'refused').rows).toHaveLength(200);
		expect(now.figure('altur', 'Contacts in campaigns')).toBe(1_000);
		expect(now.row('altur', 'campaigns', '1001')).toMatchObject({ Status: 'finished' });
		expect(now.text.length).toBeLessThan(250_000);
	});

	it('is every refused request in the vendor’s words', async () => {
		await lab.call(reserved('428'));
		await lab.ask('GET', '/campaigns?stray=1');
		await asGuruSup('/messages', {});
		await asZaia('chat-messages', {});
		const { rows } = (await look()).table('sandbox', 'refused');
		expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
			['zaia', 'POST /api/v1/chat-messages', status('400'), expect.stringContaining('must')],
			['gurusup', 'POST /messages', status('400'), expect.stringContaining('body')],
			['altur', 'GET /campaigns', status('400'), expect.stringContaining('stray')],
			[
				'altur',
				'POST /call',
				status('429'),
				'Request was throttled. Expected available in 1 second.',
			],
		]);
	});

	it('is what was written, sent and exported, with the receivers’ answers', async () => {
		const callbackUrl = `${receiver.url}/export?signature=of-the-resume-url`;
		await lab.ask('POST', '/message', {
			agent_id: agents.diana.id,
			end_user_id: 'a1f0c3d2-5b64-4e7f-8a91-1c2d3e4f5a01',
			content: 'Hola',
		});
		await lab.control('POST', 'altur/events', { url: `${receiver.url}/hook` });
		await lab.control('POST', 'gurusup/events', { url: 'http://127.0.0.1:1/closed' });
		await asZaia('chat-messages/export', { callbackUrl, rangeStart: null });
		await until('the export is delivered', async () => {
			return (await look()).table('zaia', 'events').rows[0]?.cells[3] !== undefined;
		});
		await lab.control('POST', 'zaia/deliver', { n: 0 });
		const now = await look();
		expect(now.row('altur', 'messages', 'Ana García')).toMatchObject({ 'Written by': 'Agent' });
		expect(now.row('altur', 'events', 'on_call_end')).toMatchObject({
			Receiver: `${receiver.url}/hook`,
			Answer: { text: '200', tone: 'good' },
		});
		expect(now.row('gurusup', 'events', 'send_message')).toMatchObject({
			Answer: { text: expect.stringContaining('ECONNREFUSED'), tone: 'bad' },
		});
		expect(now.row('zaia', 'exports', `${receiver.url}/export?…`)).toMatchObject({ Until: 'now' });
		expect(now.text).not.toContain('of-the-resume-url');
	});

	it('is nothing any more after a reset', async () => {
		await lab.call(reserved('001'));
		await lab.call(reserved('400'));
		await lab.control('POST', 'reset');
		const now = await look();
		expect(now.table('altur', 'calls').total).toBe(0);
		expect(now.figure('sandbox', 'Numbers dialled')).toBe(0);
		expect(now.table('sandbox', 'refused').rows).toEqual([]);
	});

	it('is, of a vendor that says nothing of itself, at least its requests and failures', async () => {
		const fourth = () => ({ ...zaiaVendor(), name: 'fourth', prefix: '/fourth', shown: undefined });
		const { sandbox } = await openSandbox(() => ({ fourth: fourth() }), {
			host: '127.0.0.1',
			port: 0,
		});
		await fetch(`${sandbox.url}/fourth/api/v1/agents`);
		const now = await lookAt(sandbox.url);
		expect(now.part('fourth')).toMatchObject({ title: 'fourth', tables: [] });
		expect(now.figure('fourth', 'Requests')).toBe(1);
		expect(now.part('fourth').actions.map(({ label }) => label)).toEqual([
			'Force 429',
			'Force 500',
		]);
		expect(now.row('sandbox', 'refused', 'GET /api/v1/agents')).toMatchObject({ Vendor: 'fourth' });
		await sandbox.close();
	});
});

const status = (text: string) => ({ text, tone: 'bad' });
