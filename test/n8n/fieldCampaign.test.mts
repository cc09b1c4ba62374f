import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { errorOf, outputOf, type StoredWorkflow } from '../../host/client.mts';
import { places } from '../../host/places.mts';
import { sandboxCredentials } from '../../host/sandboxCredentials.mts';
import { agents } from '../../sandbox/altur/agents.mts';
import { editNode } from '../support/n8nCalls.mts';
import { importExample, runExample } from '../support/n8nExample.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { tableOf } from '../support/n8nTable.mts';

jest.setTimeout(180_000);

/** Where n8n may read files from. */
const folder = join(places.examples, 'data', 'of-the-tests');
const ana = '+525520000001';
const luis = '+525520000002';
const eva = '+525520000003';
const anotherAccounts = { __rl: true, mode: 'id', value: '00000000-0000-4000-8000-00000000000a' };
const diana = { __rl: true, mode: 'id', value: agents.diana.id };
const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hours = (from: string, to: string) => ({ days: everyDay, from, to, timezone: 'UTC' });

describe('Example: the campaign from a spreadsheet, run again after a mistake', () => {
	let real: Lab;
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		real = await lab();
		await mkdir(folder, { recursive: true });
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		await real.sandbox.set({ speed: 1_000 });
		workflow = await importExample(real, 'call-campaign-from-spreadsheet.json');
	});
	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	/** Puts a file of these lines in place of the example's. */
	const sheet = async (...lines: string[]) => {
		const name = `${workflow.id}.csv`;
		await writeFile(join(folder, name), `${lines.join('\n')}\n`);
		await edit('Read contacts.csv', { fileSelector: `examples/data/of-the-tests/${name}` });
	};

	/** Changes parameters of a node, and keeps the change for the next one. */
	const edit = async (name: string, parameters: IDataObject) => {
		await editNode(real, workflow, name, parameters);
		workflow = await real.n8n.session.get<StoredWorkflow>(`/rest/workflows/${workflow.id}`);
	};

	const editOptions = async (options: IDataObject) => {
		const call = workflow.nodes.find(({ name }) => name === 'Call each contact')!;
		const own = call.parameters.options as IDataObject;
		await edit('Call each contact', { options: { ...own, ...options } });
	};

	const nameCampaign = async (value: string) => {
		const assignment = { id: 'campaign', name: 'campaign', type: 'string', value };
		await edit('Name the campaign', { assignments: { assignments: [assignment] } });
	};

	/** What the last nodes say: how many rows came to what, and the message if it stopped. */
	const run = async () => {
		const execution = await runExample(real, workflow);
		const counts = (outputOf(execution, 'Count outcomes')[0] ?? []).map(
			({ json }) =>
				[[json.outcome, json.reason].filter(Boolean).join(' '), json.count_row] as const,
		);
		return { counts: Object.fromEntries(counts), stopped: errorOf(execution)?.message };
	};

	const table = async () =>
		Object.fromEntries(
			(await tableOf(real, 'Call campaign')).map(({ campaign, person, outcome }) => [
				`${String(campaign)}: ${String(person)}`,
				outcome,
			]),
		);

	const people = ['name,phone', `Ana,${ana}`, 'Luis,55 2000 0002'];

	test("with another account's agent nobody is called, which it says; with the right one all are", async () => {
		await sheet(...people);
		await edit('Call each contact', { agentId: anotherAccounts });
		const first = await run();
		expect(first.counts).toEqual({ refused: 2 });
		expect(first.stopped).toMatch(/No call was placed .*November reminder.*2 refused.*Agent/);
		expect(await real.sandbox.dialled()).toEqual({});

		await edit('Call each contact', { agentId: diana });
		expect(await run()).toEqual({ counts: { placed: 2 }, stopped: undefined });
		expect(await real.sandbox.dialled()).toEqual({ [ana]: 1, [luis]: 1 });
		const done = {
			[`November reminder: ${ana}`]: 'placed',
			[`November reminder: ${luis}`]: 'placed',
		};
		expect(await table()).toEqual(done);

		const third = await run();
		expect(third.counts).toEqual({ 'skipped alreadyCalled': 2 });
		expect(third.stopped).toMatch(/2 skipped \(alreadyCalled\)/);
		expect(await real.sandbox.dialled()).toEqual({ [ana]: 1, [luis]: 1 });
		expect(await table()).toEqual(done);
		const [one] = await tableOf(real, 'Call campaign');
		expect(one?.callId).toMatch(/^cll_/);
	});

	test('with a wrong key nobody is called, which it says; with the right one all are', async () => {
		await sheet(...people);
		const own = sandboxCredentials(real.sandbox.url).find(({ type }) => type === 'alturApi')!;
		const data = { ...own.data, apiKey: 'a-key-of-nobody' };
		const wrong = await real.n8n.createCredential({ ...own, name: 'Wrong key', data });
		const right = workflow.nodes;
		const withWrong = right.map((node) =>
			node.credentials?.alturApi
				? { ...node, credentials: { alturApi: { id: wrong.id, name: wrong.name } } }
				: node,
		);
		const save = async (nodes: typeof right) => {
			const { id, connections } = workflow;
			workflow = await real.n8n.session.patch(`/rest/workflows/${id}`, { nodes, connections });
		};
		await save(withWrong);
		const first = await run();
		expect(first.stopped).toMatch(/No call was placed .*Unauthorized \(401\)/);
		expect(await real.sandbox.dialled()).toEqual({});
		await save(right);
		expect(await run()).toEqual({ counts: { placed: 2 }, stopped: undefined });
		expect(await real.sandbox.dialled()).toEqual({ [ana]: 1, [luis]: 1 });
	});

	test('rows outside the calling hours are called once the hours are widened', async () => {
		await sheet(...people);
		const now = new Date();
		const later = (now.getUTCHours() + 2) % 23;
		const at = (hour: number, minute: string) => `${String(hour).padStart(2, '0')}:${minute}`;
		await editOptions({ callingHours: hours(at(later, '00'), at(later, '01')) });
		const first = await run();
		expect(first.counts).toEqual({ 'skipped outsideCallingHours': 2 });
		expect(first.stopped).toContain('2 skipped (outsideCallingHours)');
		await editOptions({ callingHours: hours('00:00', '23:59') });
		expect(await run()).toEqual({ counts: { placed: 2 }, stopped: undefined });
		expect(await real.sandbox.dialled()).toEqual({ [ana]: 1, [luis]: 1 });
	});

	test('a number that was corrected is called, and nobody else again', async () => {
		await sheet('name,phone', `Ana,${ana}`, 'Luis,55 2000 002', `Ana again,${ana}`);
		expect(await run()).toEqual({
			counts: { placed: 1, refused: 1, 'skipped sameNumber': 1 },
			stopped: undefined,
		});
		await sheet('name,phone', `Ana,${ana}`, 'Luis,55 2000 0002', `Ana again,${ana}`);
		const again = await run();
		expect(again.stopped).toBeUndefined();
		expect(again.counts).toMatchObject({ placed: 1 });
		expect(await real.sandbox.dialled()).toEqual({ [ana]: 1, [luis]: 1 });
		expect(await table()).toMatchObject({
			[`November reminder: ${ana}`]: 'placed',
			[`November reminder: ${luis}`]: 'placed',
		});
	});

	test("next month's campaign calls everybody anew", async () => {
		await sheet(...people);
		await run();
		await nameCampaign('December reminder');
		expect(await run()).toEqual({ counts: { placed: 2 }, stopped: undefined });
		expect(await real.sandbox.dialled()).toEqual({ [ana]: 2, [luis]: 2 });
		expect(Object.keys(await table())).toHaveLength(4);
	});

	test('C21: people are known by their number, wherever in the sheet they are', async () => {
		await sheet(...people);
		await run();
		await sheet('name,phone', `Eva,${eva}`, ...people.slice(1));
		expect((await run()).counts).toEqual({ placed: 1, 'skipped alreadyCalled': 2 });
		const others = ['+525520000004', '+525520000005', '+525520000006'];
		await sheet('name,phone', ...others.map((number) => `Sol,${number}`));
		expect((await run()).counts).toEqual({ placed: 3 });
		expect(await real.sandbox.dialled()).toEqual(
			Object.fromEntries([ana, luis, eva, ...others].map((number) => [number, 1])),
		);
	});

	test('C22: a byte order mark takes nobody their name', async () => {
		await sheet('\uFEFFname,phone', ...people.slice(1));
		expect((await run()).counts).toEqual({ placed: 2 });
		const names = (await real.sandbox.requests()).map(
			({ body }) => (body as IDataObject).end_user_display_name,
		);
		expect(names.sort()).toEqual(['Ana', 'Luis']);
		expect((await tableOf(real, 'Call campaign')).map(({ name }) => name).sort()).toEqual([
			'Ana',
			'Luis',
		]);
	});

	test('a call that may have been placed is not placed again, and an empty sheet says so', async () => {
		await sheet('name,phone', `Ana,${ana}`, 'Pepe,+52 55 5000 0500');
		expect((await run()).counts).toEqual({ placed: 1, unknown: 1 });
		expect((await run()).counts).toEqual({ 'skipped alreadyCalled': 1, unknown: 1 });
		expect(await table()).toEqual({
			[`November reminder: ${ana}`]: 'placed',
			'November reminder: +525550000500': 'unknown',
		});
		expect((await real.sandbox.counts()).count).toBe(2);
		await sheet('name,phone');
		expect((await run()).stopped).toMatch(/No call was placed .*1 refused/);
	});

	test('with Check Only nobody is called, nothing fails, and who was called stays written down', async () => {
		await sheet(...people);
		await editOptions({ checkOnly: true });
		expect(await run()).toEqual({ counts: { checked: 2 }, stopped: undefined });
		await editOptions({ checkOnly: false });
		expect((await run()).counts).toEqual({ placed: 2 });
		await editOptions({ checkOnly: true });
		await run();
		expect(Object.values(await table())).toEqual(['placed', 'placed']);
		expect(await real.sandbox.dialled()).toEqual({ [ana]: 1, [luis]: 1 });
	});
});
