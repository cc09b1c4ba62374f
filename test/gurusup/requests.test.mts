import { guruSupVendor } from '../../sandbox/gurusup/vendor.mts';
import { readContract } from '../../sandbox/shared/contract.mts';
import { GuruSup } from '../../nodes/GuruSup/GuruSup.node.ts';
import { vendor } from '../../nodes/GuruSup/vendor.ts';
import { sandboxForTests } from '../support/altur.mts';
import { guruSup } from '../support/gurusup.mts';
import { cases } from './cases.mts';

const sandbox = sandboxForTests();
const contract = 'sandbox/gurusup/contract.yaml';

test.each(cases)('$title: reaches the vendor once, key by key as the contract says', async (it) => {
	const { outputs, error } = await guruSup(sandbox, {
		parameters: it.parameters,
		items: [{ id: '000000000000000000000000' }],
	});
	const [request, ...more] = sandbox.it.requests('gurusup');
	expect(more).toEqual([]);
	expect(request).toMatchObject({ ...it.sent, query: {}, operationId: it.operation });
	expect(request?.body).toEqual(it.sent.body);
	if (!it.answered) return;
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toMatchObject({ json: it.answered, pairedItem: { item: 0 } });
});

test.each(cases)('$title: carries the key and no header beyond what HTTP needs', async (it) => {
	await guruSup(sandbox, { parameters: it.parameters, items: [{ id: 'x' }] });
	const { headers } = sandbox.it.requests('gurusup')[0]!;
	const body = it.sent.body ? { 'content-type': 'application/json' } : {};
	expect(headers).toMatchObject({ 'x-api-key': '<valid key>', ...body });
	const known =
		/^(host|connection|accept|accept-encoding|user-agent|content-(type|length)|x-api-key)$/;
	expect(Object.keys(headers).filter((name) => !known.test(name))).toEqual([]);
});

test('the cases cover every operation of the contract, and the node has no other', async () => {
	const { operations } = await readContract(contract);
	const names = operations.map(({ operationId }) => operationId);
	expect([...new Set(cases.map(({ operation }) => operation))].sort()).toEqual(names.sort());
	const inNode = vendor.resources.flatMap(({ option, operations: all }) =>
		all.map((operation) => `${option.value}: ${operation.option.value}`),
	);
	const inCases = cases.map(
		({ parameters }) => `${String(parameters.resource)}: ${String(parameters.operation)}`,
	);
	expect([...new Set(inCases)].sort()).toEqual(inNode.sort());
});

test('the sandbox has a handler for every operation, and says of each where it is known from', async () => {
	const { operations } = await readContract(contract);
	expect(Object.keys(guruSupVendor().handlers).sort()).toEqual(
		operations.map(({ operationId }) => operationId).sort(),
	);
	expect(operations.map((operation) => Reflect.get(operation, 'x-source') as unknown)).toEqual(
		operations.map(() => 'S'),
	);
});

test('every field of the form says what it is for', () => {
	const { properties } = new GuruSup().description;
	const silent = properties.filter(
		({ name, type, description }) =>
			!['resource', 'operation'].includes(name) && type !== 'collection' && !description,
	);
	expect(silent).toEqual([]);
});
