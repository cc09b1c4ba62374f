import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INode } from 'n8n-workflow';
import { agents } from '../../sandbox/altur/agents.mts';
import type { Fault } from '../../sandbox/start.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

/** What the vendor's side really does, and what must be known of a call afterwards. */
const faults: Record<
	string,
	{ fault: Fault; call: 'placed' | 'refused' | 'unknown'; read: 'ok' | 'failed' | 'refused' }
> = {
	'reset before it took effect': {
		fault: { kind: 'reset', carriedOut: false },
		call: 'unknown',
		read: 'failed',
	},
	'reset after it took effect': { fault: { kind: 'reset' }, call: 'unknown', read: 'failed' },
	'half an answer': { fault: { kind: 'half' }, call: 'unknown', read: 'failed' },
	silence: { fault: { kind: 'silence' }, call: 'unknown', read: 'failed' },
	...Object.fromEntries(
		[400, 401, 402, 404, 409].map((status) => [
			String(status),
			{
				fault: { kind: 'status', status } as Fault,
				call: 'refused' as const,
				read: 'refused' as const,
			},
		]),
	),
	...Object.fromEntries(
		[408, 500, 502, 503, 504].map((status) => [
			String(status),
			{
				fault: { kind: 'status', status } as Fault,
				call: 'unknown' as const,
				read: 'failed' as const,
			},
		]),
	),
	'429 with N seconds': {
		fault: { kind: 'throttled', seconds: 0 },
		call: 'refused',
		read: 'refused',
	},
	'429 with Retry-After': {
		fault: { kind: 'throttled', retryAfter: '0' },
		call: 'refused',
		read: 'refused',
	},
	'HTML for JSON': { fault: { kind: 'html' }, call: 'unknown', read: 'failed' },
	'an empty 200': { fault: { kind: 'empty' }, call: 'unknown', read: 'failed' },
	'204': { fault: { kind: 'noContent' }, call: 'unknown', read: 'failed' },
	gzip: { fault: { kind: 'gzip' }, call: 'placed', read: 'ok' },
	'50 MB': { fault: { kind: 'huge' }, call: 'placed', read: 'ok' },
	'a redirect to another host': { fault: { kind: 'redirect' }, call: 'unknown', read: 'failed' },
};

const sandbox = sandboxForTests();
const number = '+525511119999';
const options = { timeoutSeconds: 1, maxRetries: 1, requestsPerSecond: 0 };
/** A large answer takes longer than others on a busy machine, and is no silence. */
const patient = ({ kind }: Fault) => (kind === 'huge' ? { timeoutSeconds: 60 } : {});
/** Repeats of the engine's own; none where n8n repeats the node, to keep the matrix quick. */
const repeats = (tries: number) => (tries === 1 ? 1 : 0);
const call = {
	resource: 'call',
	operation: 'create',
	agentId: agents.diana.id,
	phoneNumber: number,
	options,
};
const settings: Array<INode['onError']> = [
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
];

const cells = Object.entries(faults).flatMap(([name, expected]) =>
	settings.flatMap((onError) => [1, 2].map((tries) => ({ name, onError, tries, ...expected }))),
);

/** The outcome of the only row, wherever n8n put it. */
function outcomeOf({ outputs, error }: Awaited<ReturnType<typeof altur>>): unknown {
	if (error)
		return /was not placed/.test(error.message)
			? 'refused'
			: /may have been placed/.test(error.message)
				? 'unknown'
				: 'failed';
	const [item] = outputs.flat();
	return (item.json.details as { outcome?: string } | undefined)?.outcome ?? item.json.outcome;
}

describe('a call', () => {
	test.each(cells)(
		'$name, "$onError", $tries tries: rings at most once and says $call',
		async ({ fault, onError, tries, call: expected }) => {
			sandbox.it.fail({ vendor: 'altur', method: 'POST', fault });
			const parameters = { ...call, options: { ...options, ...patient(fault) } };
			const ran = await altur(sandbox, { parameters, items: [{}], onError, tries });
			expect(outcomeOf(ran)).toBe(expected);
			expect(sandbox.it.dialled()[number] ?? 0).toBeLessThanOrEqual(1);
			// What rings may go out again only after an answer that says it was refused.
			if (expected !== 'refused') expect(sandbox.it.requests('altur')).toHaveLength(1);
		},
	);
});

describe('a read', () => {
	test.each(cells)(
		'$name, "$onError", $tries tries: comes to $read',
		async ({ fault, onError, tries, read }) => {
			const placed = await altur(sandbox, { parameters: call, items: [{}] });
			sandbox.it.fail({ vendor: 'altur', method: 'GET', fault });
			const parameters = {
				resource: 'call',
				operation: 'get',
				callId: placed.outputs[0][0].json.id,
				options: { ...options, ...patient(fault), maxRetries: repeats(tries) },
			};
			const { outputs, error } = await altur(sandbox, {
				parameters: parameters as IDataObject,
				items: [{}],
				onError,
				tries,
			});
			const [item] = outputs.flat();
			const reason = error?.message ?? item.json.error ?? item.json.message;
			if (read === 'ok') expect(item.json).toMatchObject({ id: parameters.callId });
			else expect(reason).toMatch(/^Altur/);
			const reads = sandbox.it.requests('altur').filter(({ method }) => method === 'GET');
			expect(reads.length).toBeLessThanOrEqual(tries + repeats(tries));
		},
	);
});

test('a connection refused places no call, and says so', async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	const { error } = await altur(sandbox, {
		parameters: call,
		items: [{}],
		baseUrl: `http://127.0.0.1:${port}`,
	});
	expect(error?.message).toBe(
		`Altur: the connection was refused. The call to ${number} was not placed.`,
	);
});

test('a host that does not exist places no call, and points at the Base URL', async () => {
	const { error } = await altur(sandbox, {
		parameters: call,
		items: [{}],
		baseUrl: 'http://no-such-host.invalid',
	});
	expect(error?.message).toBe(
		`Altur: the address of the Base URL was not found. The call to ${number} was not placed.`,
	);
});

test('the key does not follow a redirect to another host', async () => {
	const seen: string[] = [];
	const other = createServer((socket) =>
		socket.on('data', (data) => seen.push(String(data))),
	).listen(0, '127.0.0.1');
	await new Promise((resolve) => other.once('listening', resolve));
	sandbox.it.set({ redirectTo: `http://127.0.0.1:${(other.address() as AddressInfo).port}/` });
	sandbox.it.fail({ vendor: 'altur', fault: { kind: 'redirect' } });
	await altur(sandbox, { parameters: call, items: [{}], onError: 'continueRegularOutput' });
	other.close();
	expect(seen).toEqual([]);
});
