import { existsSync, readFileSync } from 'node:fs';
import type { INodeTypeDescription } from 'n8n-workflow';
import { schemaFile, unforeseen } from '../contract/schemas/files.mts';
import { placesOf, type Place } from '../form/fields.mts';
import { actionNodes, packageName } from '../form/outside.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

jest.setTimeout(60_000);

let real: Lab;
let types: INodeTypeDescription[];

beforeAll(async () => {
	real = await lab();
	types = await real.n8n.nodeTypes();
});

/** The address that n8n's editor asks for: the package's node, its version, its two values. */
const addressOf = (node: string, { resource, operation }: Place) =>
	`/schemas/${packageName}.${node}/1.0.0/${resource}/${operation}.json`;

describe('what the editor shows of outputs before anything ran', () => {
	test.each(Object.keys(actionNodes))(
		'n8n hands out the preview of every operation of %s',
		async (name) => {
			const description = types.find((type) => type.name === `${packageName}.${name}`)!;
			const places = placesOf(description);
			expect(places.length).toBeGreaterThan(3);
			for (const place of places) {
				const { resource, operation } = place;
				const { displayName } = description;
				const file = schemaFile(displayName, place);
				const answer = await fetch(real.n8n.session.url + addressOf(name, place));
				const expected = unforeseen.includes(`${displayName} ${resource} ${operation}`)
					? [404, 'Not Found']
					: [200, JSON.parse(readFileSync(file, 'utf8'))];
				const text = await answer.text();
				const body: unknown = answer.ok ? JSON.parse(text) : text;
				expect([place, answer.status, body]).toEqual([place, ...expected]);
				expect([place, existsSync(file)]).toEqual([place, answer.ok]);
			}
		},
	);
});
