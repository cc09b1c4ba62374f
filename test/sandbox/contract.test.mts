import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { Document } from 'openapi-backend';
import { parse } from 'yaml';
import { alturVendor } from '../../sandbox/altur/vendor.mts';
import { startClock } from '../../sandbox/shared/clock.mts';
import { readContract } from '../../sandbox/shared/contract.mts';
import { Dialled } from '../../sandbox/shared/dialled.mts';
import { defaultSettings } from '../../sandbox/shared/settings.mts';

type Tree = Record<string, unknown>;

const read = (path: string): Tree =>
	parse(readFileSync(resolve(process.cwd(), path), 'utf8')) as Tree;

const ours = new Set(['x-source', 'x-remark', 'operationId']);

/** What is in `part` but not, or otherwise, in `whole`. */
function missing(part: unknown, whole: unknown, place = ''): string[] {
	if (typeof part !== 'object' || part === null) return part === whole ? [] : [place];
	if (typeof whole !== 'object' || whole === null) return [place];
	const names = new Set([...Object.keys(part), ...Object.keys(whole)]);
	return [...names]
		.filter((name) => !ours.has(name))
		.flatMap((name) => missing((part as Tree)[name], (whole as Tree)[name], `${place}/${name}`));
}

describe('Altur’s contract', () => {
	const contract = read('sandbox/altur/contract.yaml');
	const published = read('test/sandbox/alturPublished.yaml');
	const within = (tree: Tree, ...path: string[]): Tree =>
		path.reduce((part, name) => part[name] as Tree, tree);

	it('keeps the vendor’s published operation word for word', () => {
		expect(
			missing(within(published, 'paths', '/message'), within(contract, 'paths', '/message')),
		).toEqual([]);
		expect(missing(published.info, contract.info)).toEqual([]);
		expect(missing(published.servers, contract.servers)).toEqual([]);
		expect(missing(published.security, contract.security)).toEqual([]);
	});

	it.each(Object.keys(within(published, 'components', 'schemas')))(
		'keeps the published schema %s word for word',
		(name) => {
			const path = ['components', 'schemas', name];
			expect(missing(within(published, ...path), within(contract, ...path))).toEqual([]);
		},
	);

	it('is valid OpenAPI', async () => {
		const definition = read('sandbox/altur/contract.yaml') as unknown as Document;
		await new OpenAPIBackend({ definition, strict: true, validate: false }).init();
	});

	it('says of every operation where it is known from', async () => {
		const { operations } = await readContract('sandbox/altur/contract.yaml');
		const sources = operations.map((operation) => Reflect.get(operation, 'x-source') as unknown);
		expect(sources.every((source) => ['S', 'D', 'C', 'A'].includes(String(source)))).toBe(true);
	});

	it('has a handler for every operation, and no handler beyond', async () => {
		const { operations } = await readContract('sandbox/altur/contract.yaml');
		const clock = startClock(1);
		const around = { clock, settings: defaultSettings, dialled: new Dialled(), url: () => '' };
		const { handlers } = alturVendor(around);
		const names = operations.map(({ operationId }) => operationId);
		expect(Object.keys(handlers).sort()).toEqual(names.sort());
	});

	it('knows the operation of a request', async () => {
		const { operationOf } = await readContract('sandbox/altur/contract.yaml');
		expect(operationOf('POST', '/campaigns/7/contacts')?.operationId).toBe('addContacts');
		expect(operationOf('POST', '/campaigns/7/activate')?.operationId).toBe('changeCampaign');
		expect(operationOf('GET', '/agents')).toBeUndefined();
	});
});
