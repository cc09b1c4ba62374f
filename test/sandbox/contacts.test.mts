import { openLab, reserved } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

describe('a campaign’s contacts in the sandbox', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	afterEach(() => lab.sandbox.reset());
	afterAll(() => lab.sandbox.close());

	const path = '/campaigns/1001/contacts';
	const add = (contacts: object[], more: object = {}, headers: Record<string, string> = {}) =>
		lab.ask('POST', path, { contacts, ...more }, { headers });
	const people = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ contact: `+5255${10_000_000 + index}` }));

	it('are judged one by one', async () => {
		const { body } = await add([
			{ contact: '+525512345678', name: 'Ana' },
			{ contact: '5512345678' },
			{ name: 'Nobody' },
			{ contact: '+525512345678' },
			{ contact: reserved('500') },
		]);
		expect(body.summary).toEqual({ created: 1, updated: 0, skipped_duplicate: 1, failed: 3 });
		expect(body.results).toEqual([
			{ index: 0, status: 'created', id: '1', contact: '+525512345678' },
			{ index: 1, status: 'failed', contact: '5512345678', error: 'INVALID_PHONE_NUMBER' },
			{ index: 2, status: 'failed', error: 'MISSING_CONTACT' },
			{ index: 3, status: 'skipped_duplicate', id: '1', contact: '+525512345678' },
			{ index: 4, status: 'failed', contact: reserved('500'), error: 'SERVER_ERROR' },
		]);
	});

	it('may come back without a status each, as the vendor’s schema has it', async () => {
		lab.sandbox.set({ contactResultStatus: false });
		const { body } = await add([{ contact: '+525512345678' }]);
		expect(body.results).toEqual([{ index: 0, id: '1', contact: '+525512345678' }]);
	});

	it('known before are kept, or changed if that is asked for', async () => {
		const number = '+525512345678';
		await add([{ contact: number, name: 'Ana', f_id: 'a1', extracted_data: { owes: 5 } }]);
		await add([{ contact: number, name: 'Eva' }]);
		const name = async () => (await lab.ask('GET', `${path}/1`)).body.contact.name;
		expect(await name()).toBe('Ana');
		await add([{ contact: number, name: 'Eva' }], { if_duplicate: 'update' });
		expect(await name()).toBe('Eva');
		const { contact } = (await lab.ask('GET', `${path}/1`)).body;
		expect(contact).toMatchObject({ f_id: 'a1', extracted_data: { owes: 5 }, status: 'queue' });
	});

	it('sent again with the same key get the same answer and no second effect', async () => {
		const headers = { 'idempotency-key': '7d9c1c3a-5b8e-4f0a-9c56-0f0e8a1b2c3d' };
		const first = await add([{ contact: '+525512345678' }], {}, headers);
		const again = await add([{ contact: '+525512345678' }], {}, headers);
		expect(again.body).toEqual(first.body);
		expect(again.body.summary.created).toBe(1);
		expect((await add([{ contact: '+525512345678' }])).body.summary.skipped_duplicate).toBe(1);
	});

	it('are added even where the answer was lost, and the key finds the result', async () => {
		const fault = { kind: 'reset' } as const;
		lab.sandbox.fail({ vendor: 'altur', path, times: 1, fault });
		const headers = { 'idempotency-key': 'k1' };
		await expect(add(people(3), {}, headers)).rejects.toThrow();
		expect((await add(people(3), {}, headers)).body.summary.created).toBe(3);
	});

	it('are taken up to a thousand at once', async () => {
		expect((await add(people(1_000))).body.summary.created).toBe(1_000);
		const refused = await add(people(1_001));
		expect(refused).toMatchObject({ status: 400, body: { error: 400 } });
		expect(refused.body.message).toContain('1000');
	});

	it('are listed page by page, the total on the first one only', async () => {
		await add(people(120));
		const first = (await lab.ask('GET', path)).body;
		expect(first).toMatchObject({
			total_count: 120,
			pagination: { has_next: true, has_previous: false, next_page: 1, previous_page: null },
		});
		expect(first.contacts).toHaveLength(50);
		const last = (await lab.ask('GET', `${path}?pageIndex=2&pageSize=50`)).body;
		expect(last.contacts).toHaveLength(20);
		expect(last.total_count).toBeUndefined();
		expect(last.pagination).toMatchObject({ has_next: false, next_page: null, previous_page: 1 });
		expect((await lab.ask('GET', `${path}?pageSize=101`)).status).toBe(400);
		expect((await lab.ask('GET', `${path}?status=answered`)).body.contacts).toEqual([]);
	});

	it('can be deleted while they wait, not once they were called', async () => {
		await add([...people(2), { contact: reserved('006') }]);
		expect((await lab.ask('DELETE', `${path}/1`)).status).toBe(204);
		expect((await lab.ask('GET', `${path}/1`)).status).toBe(404);
		await lab.ask('POST', '/campaigns/1001/activate');
		await new Promise((resume) => setTimeout(resume, 60));
		expect(await lab.ask('DELETE', `${path}/3`)).toMatchObject({
			status: 409,
			body: { error: 409, message: 'CONTACT_NOT_DELETABLE' },
		});
	});

	it('always keep the contract', () => {
		expect(lab.broken).toEqual([]);
	});
});
