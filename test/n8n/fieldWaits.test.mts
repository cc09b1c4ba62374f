import { connect } from 'node:net';
import { lab, type Lab } from '../support/n8nLab.mts';
import { exportAndWait, post, waitingLoop, waitsOf, type Body } from '../support/n8nWaits.mts';
import { remoteExports } from '../support/zaiaExports.mts';

const json = (body: unknown): Body => ['application/json', JSON.stringify(body)];
const gone = { status: 410, text: expect.stringContaining('belongs to a wait that has ended') };
const taken = { status: 200, text: '{"received":true}' };
const nothing = { isEmpty: true, message: expect.stringContaining('empty export') };

jest.setTimeout(240_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});
beforeEach(async () => await real.sandbox.reset());

describe('waits take their own delivery', () => {
	test('in a loop, a file that comes late or again is turned away, and each round gets its own', async () => {
		const waits = await waitingLoop(real, [{ area: 'late' }, { area: 'ventas' }, { area: 'b' }], {
			maxWaitMinutes: "={{ $json.area === 'late' ? 0.02 : 10 }}",
		});
		const late = await waits.address(0);
		const second = await waits.address(1);
		expect(new Set([late, second]).size).toBe(2);
		expect(await post(late, json([{ area: 'late' }]))).toEqual(gone);
		expect(await waits.status()).toBe('waiting');
		expect(await post(second, json([{ area: 'ventas' }]))).toEqual(taken);

		const third = await waits.address(2);
		expect(await post(second, json([{ area: 'ventas' }]))).toEqual(gone);
		// Nor does an address that names no wait, or several, get through on n8n's signature alone.
		const bare = new URL(third);
		bare.searchParams.delete('wait');
		expect(await post(bare.href, json([{ area: 'x' }]))).toEqual(gone);
		expect(
			await post(`${second}&wait=${new URL(third).searchParams.get('wait')}`, json([])),
		).toEqual(gone);
		expect(await waits.status()).toBe('waiting');
		expect(await post(third, json([{ area: 'soporte' }]))).toEqual(taken);

		const rounds = await waits.rounds();
		expect(rounds.map((items) => items.map((item) => item.json))).toEqual([
			[{ timedOut: true, message: expect.stringContaining('No export was taken in') }],
			[{ area: 'ventas' }],
			[{ area: 'soporte' }],
		]);
		expect(real.log.text()).toContain(
			`A delivery to the node "Zaia" of execution ${waits.id} was turned away`,
		);
	});

	test('with several waits in a row, n8n’s own among them, no file is taken for another’s', async () => {
		const [first, last] = ['Zaia "1" }} \\', "Zaia {{ '2' }}"];
		const wait = {
			name: 'Wait',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			webhookId: 'wait',
			parameters: { resume: 'webhook', httpMethod: 'POST' },
		};
		const nodes = [exportAndWait({}, first), wait, exportAndWait({}, last)];
		await remoteExports(real.sandbox).set({ when: 'held' });
		const { executionId, workflow } = await real.startWorkflow({ items: [{}], nodes });
		const waits = await waitsOf(real, executionId);
		const address = await waits.address(0);
		// What is renamed meanwhile is renamed for later executions.
		const renamed = workflow.nodes.map((node) => ({ ...node, name: `${node.name} new` }));
		await real.n8n.session.patch(`/rest/workflows/${workflow.id}`, {
			nodes: renamed,
			connections: {},
		});
		const file = json([{ from: first }]);
		expect(await post(address, file)).toEqual(taken);

		await untilAt(executionId, 'Wait');
		expect((await post(address, file)).status).toBe(404);
		expect(await waits.status()).toBe('waiting');
		const own = new URL(address);
		own.pathname = own.pathname.replace(/\/delivery$/, '');
		expect((await post(own.href, json({ from: 'a person' }))).status).toBe(200);

		const next = await waits.address(1);
		expect(await post(address, file)).toEqual(gone);
		expect(await post(next, json([{ from: last }]))).toEqual(taken);
		expect((await waits.rounds(first))[0]?.map((item) => item.json)).toEqual([{ from: first }]);
		expect((await waits.rounds(last))[0]?.map((item) => item.json)).toEqual([{ from: last }]);
	});

	/** Waits until the execution is in the wait of that node. */
	const untilAt = async (id: string, node: string) => {
		for (let time = 0; time < 300; time++) {
			const { status, data } = await real.n8n.getExecution(id);
			if (status === 'waiting' && data.resultData.lastNodeExecuted === node) return;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		throw new Error(`The execution did not come to ${node}.`);
	};
});

describe('a delivery brings a round to its end, whatever it holds', () => {
	const deep = `${'['.repeat(5_000)}1${']'.repeat(5_000)}`;
	const form = 'multipart/form-data; boundary=b';
	const bodies: Array<[Body, unknown[]]> = [
		[json([{ m: 1 }]), [{ m: 1 }]],
		[json([]), [nothing]],
		[json({}), [nothing]],
		[json(null), [nothing]],
		[json(''), [nothing]],
		[['application/json', ''], [nothing]],
		[[undefined, ''], [nothing]],
		[['text/csv', ''], [nothing]],
		[[form, '--b--\r\n'], [nothing]],
		[json(0), [{ value: 0 }]],
		[json(false), [{ value: false }]],
		[json('sin mensajes'), [{ value: 'sin mensajes' }]],
		[json([[], null]), [{ value: [] }, { value: null }]],
		[json({ error: 'none' }), [{ error: 'none' }]],
		[['application/json', '{"__proto__":{"a":1}}'], [expect.anything()]],
		[['application/json', deep], [{}]],
		[['text/csv', 'a;b'], [{}]],
	];

	test('one row in, at least one item out, and the loop reaches its end', async () => {
		const waits = await waitingLoop(
			real,
			bodies.map((_, n) => ({ n })),
		);
		for (const [n, [body]] of bodies.entries()) {
			const address = await waits.address(n);
			// Neither half an upload nor half a JSON text ends the wait.
			if (n === 0) await cutUpload(address);
			if (n === 0)
				expect((await post(address, ['application/json', '[{"m":'])).status).not.toBe(200);
			expect({ n, ...(await post(address, body)) }).toEqual({ n, ...taken });
		}
		const rounds = await waits.rounds();
		expect(rounds.map((items) => items.map((item) => item.json))).toEqual(
			bodies.map(([, items]) => items),
		);
		expect(rounds.at(-2)?.[0]?.binary?.data).toMatchObject({ mimeType: 'application/json' });
		expect((await waits.rounds('Done'))[0]?.length).toBe(bodies.length + 1);
	});

	/** Announces more than it sends, and hangs up. */
	const cutUpload = async (address: string) => {
		const { hostname, port, pathname, search } = new URL(address);
		await new Promise<void>((resolve, reject) => {
			const socket = connect(Number(port), hostname, () => {
				socket.write(
					`POST ${pathname}${search} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n[{"m":`,
				);
				setTimeout(() => socket.destroy(), 300);
			});
			socket.on('close', () => resolve()).on('error', reject);
		});
	};
});
