import { openLab, reserved, until } from './alturClient.mts';
import type { Lab } from './alturClient.mts';
import { lookAt } from './pageReader.mts';

describe('the sandbox’s page shows', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	beforeEach(() => lab.sandbox.reset());
	afterAll(() => lab.sandbox.close());

	const look = async () => await lookAt(lab.sandbox.url);

	it('a call from its ringing to its end', async () => {
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

	it('a number that was dialled twice, standing out', async () => {
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

	it('a number as dialled twice also where the answers were lost', async () => {
		await lab.call(reserved('902')).catch(() => undefined);
		await lab.call(reserved('902')).catch(() => undefined);
		const now = await look();
		expect(now.figure('sandbox', 'Dialled more than once')).toBe(1);
		expect(now.row('sandbox', 'refused', 'POST /call')).toMatchObject({ Status: 'reset' });
	});

	it('the latest of everything with totals, however much there is', async () => {
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
});
