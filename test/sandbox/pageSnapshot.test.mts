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

describe('the sandbox’s page shows', () => {
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

	it('every refused request in the vendor’s words', async () => {
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

	it('what was written, sent and exported, with the receivers’ answers', async () => {
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
			const [sent] = (await look()).table('zaia', 'events').rows;
			return JSON.stringify(sent?.cells[3]) === '{"text":"200","tone":"good"}';
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
		expect(now.table('zaia', 'events').total).toBe(2);
		expect(now.row('zaia', 'exports', `${receiver.url}/export?…`)).toMatchObject({ Until: 'now' });
		expect(now.text).not.toContain('of-the-resume-url');
	});

	it('nothing any more after a reset', async () => {
		await lab.call(reserved('001'));
		await lab.call(reserved('400'));
		await lab.control('POST', 'reset');
		const now = await look();
		expect(now.table('altur', 'calls').total).toBe(0);
		expect(now.figure('sandbox', 'Numbers dialled')).toBe(0);
		expect(now.table('sandbox', 'refused').rows).toEqual([]);
	});

	it('requests and failures also of a vendor that says nothing of itself', async () => {
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
