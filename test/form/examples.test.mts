import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '../../host/places.mts';
import { sandboxCredentials } from '../../host/sandboxCredentials.mts';
import { alturWebhookSecret } from '../../sandbox/altur/address.mts';
import { agents } from '../../sandbox/altur/agents.mts';
import { namedIn, overlaps, stepsIn } from './canvas.mts';
import { strangersIn } from './exampleFields.mts';
import { descriptionOf, examples, ours } from './exampleFiles.mts';

const readme = readFileSync(join(places.examples, 'README.md'), 'utf8');
const note = 'n8n-nodes-base.stickyNote';
const spanish = 'En español';
const known = sandboxCredentials('');

/** Ids that name something of the sandbox, or are counted up in the file. */
const harmless = [/^[0-9]{8}-0000-4000-8000-[0-9]{12}$/, /^2a1a000[0-9a-f]-5a1a-4000-8000-/];
const agentIds = Object.values(agents).map(({ id }) => String(id));

describe.each(examples)('Example $file', ({ file, text, ...example }) => {
	const nodes = example.nodes.filter(({ type }) => type !== note);
	const notes = example.nodes.filter(({ type, name }) => type === note && name !== spanish);
	const translations = example.nodes.filter(({ name }) => name === spanish);

	test('every parameter and option it sets is in the form of its node', () => {
		const problems = nodes.flatMap((node) => {
			const description = descriptionOf(node);
			if (!description) return [`${node.name}: no node ${node.type} ${node.typeVersion}`];
			return strangersIn(node, description).map((problem) => `${node.name}: ${problem}`);
		});
		expect(problems).toEqual([]);
	});

	test('it holds no key, address or id of anybody’s machine', () => {
		for (const { apiKey, webhookSecret } of known.map(({ data }) => data))
			for (const secret of [apiKey, webhookSecret ?? apiKey]) expect(text).not.toContain(secret);
		expect(text).not.toContain(alturWebhookSecret);
		expect(text).not.toMatch(/localhost|127\.0\.0\.1|instanceId|\/(home|root|tmp|Users)\//);
		const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
		expect(hosts.filter((host) => host !== 'example.com')).toEqual([]);
		const ids = text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? [];
		const strange = ids.filter((id) => !agentIds.includes(id));
		expect(strange.filter((id) => !harmless.some((form) => form.test(id)))).toEqual([]);
	});

	test('credentials are named and not numbered, and only our own nodes have some', () => {
		for (const { type, credentials = {} } of nodes) {
			const named = Object.entries(credentials);
			expect(named).toHaveLength(type.startsWith(`${ours}.`) ? 1 : 0);
			for (const [credentialType, { id, name }] of named) {
				expect(id).toBe('');
				expect(known).toContainEqual(expect.objectContaining({ type: credentialType, name }));
			}
		}
	});

	test('it can be imported as it is, and every node is reached', () => {
		expect(example.settings).toEqual({ executionOrder: 'v1' });
		expect(example.pinData).toEqual({});
		const names = example.nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(example.nodes.map(({ id }) => id)).size).toBe(names.length);
		const links = Object.entries(example.connections).flatMap(([from, outputs]) =>
			Object.values(outputs).flatMap((lists) =>
				lists.flatMap((list) => (list ?? []).map(({ node }) => [from, node])),
			),
		);
		expect(links.flat().filter((name) => !names.includes(name))).toEqual([]);
		const unreached = nodes.filter(({ name }) => !links.flat().includes(name));
		expect(unreached.map(({ name }) => name)).toEqual([]);
	});

	test('a yellow note says what it does, plain ones the steps, and every node has a name of its own', () => {
		const [overview, ...steps] = notes;
		expect(overview?.parameters.content).toMatch(/^## .*\*\*Set up\*\*\n1\. /s);
		expect(overview?.parameters.color).toBeUndefined();
		expect(steps.length).toBeGreaterThan(0);
		for (const step of steps) {
			expect(step.parameters).toMatchObject({ color: 7, content: expect.stringMatching(/^### /) });
		}
		const unnamed = nodes.filter((node) => {
			const title = descriptionOf(node)?.displayName ?? '';
			return node.name.replace(/ ?\d*$/, '') === title;
		});
		expect(unnamed.map(({ name }) => name)).toEqual([]);
	});

	test('what it says in Spanish is what it says in English, in another colour', () => {
		const [overview] = notes;
		for (const translation of translations) {
			expect(translation).toMatchObject({ type: note, parameters: { color: 5 } });
			expect(translation.parameters.content).toMatch(/^## .*\*\*Preparación\*\*\n1\. /s);
			expect(namedIn(translation)).toEqual(namedIn(overview!));
			expect(stepsIn(translation)).toBe(stepsIn(overview!));
		}
	});

	test('its notes lie on no other, and those beside the steps on no node', () => {
		const all = [...notes, ...translations];
		for (const one of all) {
			const others = all.filter((other) => other !== one);
			expect([one.name, overlaps(one, others)]).toEqual([one.name, []]);
		}
		for (const one of [notes[0]!, ...translations])
			expect([one.name, overlaps(one, nodes)]).toEqual([one.name, []]);
	});

	test('the list of examples tells of it and shows its picture', () => {
		const picture = `docs/pictures/${file.replace(/\.json$/, '.png')}`;
		expect(readme).toContain(`(${file})`);
		expect(readme).toContain(`(../${picture})`);
		expect(existsSync(picture)).toBe(true);
	});
});

test('campaigns and replies of GuruSup are explained in Spanish too', () => {
	const files = examples.filter(({ nodes }) => nodes.some(({ name }) => name === spanish));
	expect(files.map(({ file }) => file).sort()).toEqual([
		'answer-customer-through-gurusup.json',
		'call-campaign-from-spreadsheet.json',
		'campaign-from-a-sheet.json',
		'deliver-gurusup-replies.json',
	]);
});

test('no two examples have the same name or wait at the same address', () => {
	const names = examples.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	const addresses = examples.flatMap(({ nodes }) =>
		nodes.flatMap(({ webhookId }) => webhookId ?? []),
	);
	expect(new Set(addresses).size).toBe(addresses.length);
});

test('what a form does not have any more is noticed, wherever it stands', () => {
	const [call] = examples.flatMap(({ nodes }) => nodes.filter(({ name }) => name === 'Call back'));
	const description = descriptionOf(call!)!;
	const problems = (parameters: object) =>
		strangersIn({ ...call!, parameters: { ...call!.parameters, ...parameters } }, description);
	expect(problems({})).toEqual([]);
	expect(problems({ operation: 'ring' })).toContain('operation has no option "ring"');
	expect(problems({ phone: '+52' })).toEqual(['phone is not in the form']);
	expect(problems({ phoneNumber: '' })).toEqual(['phoneNumber is required']);
	expect(problems({ options: { gone: 1 } })).toEqual(['options.gone is not in the form']);
	const callingHours = { days: ['mon', 'noday'] };
	expect(problems({ options: { callingHours } })).toEqual([
		'options.callingHours.days has no option "noday"',
	]);
	expect(descriptionOf({ ...call!, typeVersion: 9 })).toBeUndefined();
});
