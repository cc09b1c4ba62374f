import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { StoredCredential } from '../../host/client.mts';
import { sandboxCredentials } from '../../host/sandboxCredentials.mts';
import { vendorNames } from '../../sandbox/vendors.mts';
import { header, signed } from '../altur/attacks.mts';
import { targets, withoutWaits } from '../hostile/targets.mts';
import type { Target } from '../hostile/targets.mts';
import {
	control,
	filesWith,
	kinds,
	mark,
	quoting,
	startMarkedVendor,
} from '../support/markedVendor.mts';
import { callNode, rows } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import type { VendorServer } from '../support/vendorServer.mts';

jest.setTimeout(240_000);

const types = 'n8n-nodes-conversational-agents';
let real: Lab;
let server: VendorServer;

beforeAll(async () => {
	real = await lab();
	server = await startMarkedVendor();
});
afterAll(async () => await server.close());

const credentialFor = async (
	{ subject }: Target,
	kind: string,
	account = '',
): Promise<StoredCredential> =>
	await real.n8n.createCredential({
		name: `${subject.name} ${kind}${account}`,
		type: subject.credential.name,
		data: {
			apiKey: `${mark}-${kind}-key${account}`,
			baseUrl: `${server.baseUrl}/${kind}`,
			webhookSecret: `${mark}-webhook-secret`,
		},
	});

/** A paused execution does not end. */
const ends = ({ operation }: Target, kind: string) =>
	operation !== 'exportAndWait' || !['ok', 'agrees'].includes(kind);

describe('the keys of the credentials', () => {
	const vendors = [...new Set(targets.map(({ subject }) => subject))];
	const runs = vendors.flatMap((subject) =>
		(['continueRegularOutput', 'continueErrorOutput'] as const).map((onError) => ({
			name: subject.name,
			subject,
			onError,
		})),
	);

	test.each(runs)(
		'$name: stand in nothing that n8n stores of every operation and every failure under $onError',
		async ({ subject, onError }) => {
			const its = targets.filter((target) => target.subject === subject);
			const nodes: Array<Partial<INode> & { type: string }> = [];
			for (const kind of Object.keys(kinds)) {
				const shared = await credentialFor(its[0]!, kind);
				for (const [at, target] of its.filter((one) => ends(one, kind)).entries()) {
					// An account that is refused pauses for all its nodes: here each has one of its own.
					const isRefused = kind === 'throttled';
					const { id, name, type } = isRefused
						? await credentialFor(target, kind, ` ${at}`)
						: shared;
					nodes.push({
						name: `${kind} ${target.resource} ${target.operation}`,
						type: `${types}.${subject.node.description.name}`,
						parameters: withoutWaits(target.smallest.parameters) as INode['parameters'],
						credentials: { [type]: { id, name } },
						onError,
						executeOnce: true,
					});
				}
			}
			const before = server.arrived.length;
			const { execution } = await real.runSideBySide([{ control }], nodes);
			const arrived = server.arrived.slice(before);
			for (const kind of Object.keys(kinds)) {
				const with_ = arrived.filter(({ target }) => target.startsWith(`/${kind}/`));
				// One may pause, and one may have its vendor's description from the run before.
				expect(with_.length).toBeGreaterThanOrEqual(its.length - 2);
				// The requests did carry the keys.
				for (const request of with_) expect(quoting(request)).toContain(`${mark}-${kind}-key`);
			}
			const { runData } = execution.data.resultData;
			for (const { name } of nodes) expect(Object.keys(runData)).toContain(name);
			expect(JSON.stringify(execution)).toContain(control);
			expect(JSON.stringify(execution)).not.toContain(mark);
		},
	);

	test.each(['+525550000400', '+525550000401', '+525550000500', '+525550000902'])(
		'stand in nothing that n8n stores of a run that a call to %s ended',
		async (number) => {
			const { id, name } = await real.n8n.createCredential({
				name: 'Altur stop',
				type: 'alturApi',
				data: {
					apiKey: `${mark}-stop-key`,
					baseUrl: `${server.baseUrl}/${number.endsWith('902') ? 'hangsUp' : 'unauthorized'}`,
					webhookSecret: `${mark}-webhook-secret`,
				},
			});
			const { execution } = await real.runWorkflow({
				items: rows(number),
				nodes: callNode({}, { credentials: { alturApi: { id, name } } }),
			});
			expect(JSON.stringify(execution)).toContain(number);
			expect(JSON.stringify(execution)).not.toContain(mark);
		},
	);
});

describe('the secrets of the triggers', () => {
	const trigger = async (type: string, credential: StoredCredential) => {
		const webhookId = randomUUID();
		const workflow = await real.n8n.createWorkflow({
			name: `Test ${webhookId}`,
			nodes: [
				{
					...{ id: randomUUID(), name: 'Trigger', typeVersion: 1, webhookId, parameters: {} },
					type: `${types}.${type}`,
					position: [0, 0],
					credentials: { [credential.type]: { id: credential.id, name: credential.name } },
				},
			],
			connections: {},
		});
		const path = `${webhookId}/webhook`;
		await real.n8n.activate(workflow, { path });
		const post = async (body: string, headers: Record<string, string>) =>
			(
				await fetch(`${real.n8n.session.url}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json', ...headers },
					body,
				})
			).status;
		return { workflow, post };
	};

	const storedOf = async (id: string): Promise<string> => {
		for (;;) {
			const [last] = await real.n8n.listExecutions(id);
			if (last) return JSON.stringify(await real.n8n.waitForExecution(last.id));
		}
	};

	test('GuruSup: the key that a delivery shows is in nothing that n8n stores of it', async () => {
		const guruSup = targets.find(({ subject }) => subject.name === 'GuruSup')!;
		const { workflow, post } = await trigger('guruSupTrigger', await credentialFor(guruSup, 'ok'));
		expect(await post('{"event":"x"}', { 'x-api-key': `${mark}-wrong` })).toBe(401);
		const body = JSON.stringify({ control });
		expect(await post(body, { 'x-api-key': `${mark}-ok-key` })).toBe(200);
		const stored = await storedOf(workflow.id);
		await real.n8n.deactivate(workflow);
		expect(stored).toContain(control);
		expect(stored).not.toContain(mark);
	});

	test('Altur: neither the secret nor the signature is in anything that n8n stores of a delivery', async () => {
		const altur = targets.find(({ subject }) => subject.name === 'Altur')!;
		const { workflow, post } = await trigger('alturTrigger', await credentialFor(altur, 'ok'));
		const body = JSON.stringify({ event_type: 'on_call_end', data: { control } });
		const signature = signed(body, `${mark}-webhook-secret`);
		expect(await post(body, { [header]: `${mark}-wrong` })).toBe(401);
		expect(await post(body, { [header]: signature })).toBe(200);
		const stored = await storedOf(workflow.id);
		await real.n8n.deactivate(workflow);
		expect(stored).toContain(control);
		expect(stored).not.toContain(mark);
		expect(stored).not.toContain(signature);
		expect(filesWith(signature)).toEqual([]);
	});
});

describe('after all this', () => {
	test('no file of n8n holds a key: not its database, not what it has yet to write there, not its log', () => {
		// n8n writes what it stores to the database file or to the one beside it.
		expect(filesWith(control).some((path) => /database\.sqlite(-wal)?$/.test(path))).toBe(true);
		expect(filesWith(mark)).toEqual([]);
		expect(real.log.text()).not.toContain(mark);
	});

	test('the sandbox shows nobody the keys that it takes', async () => {
		const { runWorkflow, sandbox } = real;
		await sandbox.reset();
		await runWorkflow({ items: rows('+525512345678'), nodes: callNode() });
		expect(await sandbox.requests()).toMatchObject([{ headers: { authorization: '<valid key>' } }]);
		const pages = ['requests', 'requests/count?vendor=altur', 'dialled', 'settings'];
		const states = vendorNames.map((vendor) => `state/${vendor}`);
		for (const page of [...pages, ...states]) {
			const shown = await (await fetch(`${sandbox.url}/sandbox/${page}`)).text();
			for (const { data } of sandboxCredentials(sandbox.url))
				expect(shown).not.toContain(String(data.apiKey));
		}
	});
});
