import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { vendor } from '../../nodes/Zaia/vendor.ts';
import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';
import { cases } from './cases.mts';

const sandbox = sandboxForTests();

const known =
	/^(host|connection|accept|accept-encoding|user-agent|content-(type|length)|authorization)$/;

/** Operations that need more than one request and have tests of their own. */
const elsewhere = ['chatMessage: exportAndWait', 'api: call'];

test.each(cases)('$title: one request, header by header and key by key', async (it) => {
	const { error } = await zaia(sandbox, { parameters: it.parameters });
	expect(error).toBeUndefined();
	const [request, ...more] = sandbox.it.requests('zaia');
	expect(more).toEqual([]);
	expect(request).toMatchObject({ method: it.sent.method, path: it.sent.path, status: 200 });
	expect(request).toMatchObject({ operationId: it.operationId });
	expect({ ...request?.query }).toEqual(it.sent.query);
	expect(request?.body).toEqual(it.sent.body);
	expect(request?.headers.authorization).toBe('<valid key>');
	expect(Object.keys(request?.headers ?? {}).filter((name) => !known.test(name))).toEqual([]);
});

test('every operation of the form has a case', () => {
	const offered = vendor.resources.flatMap(({ option, operations }) =>
		operations.map((operation) => `${option.value}: ${operation.option.value}`),
	);
	const covered = cases.map(({ parameters }) => `${parameters.resource}: ${parameters.operation}`);
	expect(offered.filter((name) => !covered.includes(name))).toEqual(elsewhere);
});

test('every operation of the contract is used', () => {
	const contract = parse(readFileSync('sandbox/zaia/contract.yaml', 'utf8')) as {
		paths: Record<string, Record<string, { operationId?: string }>>;
	};
	const named = Object.values(contract.paths).flatMap((path) =>
		Object.values(path).flatMap(({ operationId }) => operationId ?? []),
	);
	const used = new Set(['getOpenapi', ...cases.map(({ operationId }) => operationId)]);
	expect(named.filter((name) => !used.has(name))).toEqual([]);
});
