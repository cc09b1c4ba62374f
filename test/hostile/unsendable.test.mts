import { DateTime } from 'luxon';
import type { IDataObject, INodePropertyCollection } from 'n8n-workflow';
import type { Parameters } from '../contract/case.mts';
import { merged, placed } from '../contract/placed.mts';
import { run } from '../contract/run.mts';
import type { Outcome } from '../contract/run.mts';
import { deepFields } from '../form/fields.mts';
import { targets, titleOf, withoutWaits } from './targets.mts';
import type { Target } from './targets.mts';

const lost = JSON.parse('17841405309211845') as number;
const circular: IDataObject = { around: 'circle' };
circular.self = circular;
const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => ({ inner }), 'deep');

/** Values that would leave as something else, and what must never be seen of them on the wire. */
const values: Array<[what: string, value: unknown, never: RegExp]> = [
	['a number beyond 2^53', lost, /1784140530921184\d/],
	['a number in exponent form', 1e21, /1e\+?21/],
	['half a character', 'Hola \ud83d', /\ufffd|\\ud83d|%EF%BF%BD/i],
	['NaN inside an object', { saldo: NaN }, /"saldo":null/],
	['an infinite number', Infinity, /Infinity/],
	['digits lost inside an object', { id: lost }, /1784140530921184\d/],
	['digits lost in a name', { [lost]: 'paid' }, /1784140530921184\d/],
	['half a character in a list', ['\udc00'], /\ufffd|\\udc00/i],
	['no date', new Date('soon'), /Invalid/],
	['no date, as n8n writes one of Luxon', String(DateTime.fromISO('soon')), /Invalid/],
	['no date inside an object', { due: new Date('soon') }, /"due"/],
	['no date of Luxon', { due: [DateTime.fromISO('soon')] }, /"due"/],
	['a file inside an object', { file: Buffer.from('RIFF') }, /"file"/],
	['what writes itself as NaN', { own: { toJSON: () => ({ own: NaN }) } }, /"own"/],
	// eslint-disable-next-line no-sparse-arrays
	['a list with a hole', { list: [1, , 3] }, /"list"/],
	['an object that holds itself', circular, /circle/],
	['an object that is nested too deep', { deep }, /inner/],
];

/** What a program says in place of a person. */
const CRASH = /circular|call stack|Cannot read|is not a function|Invalid time value/i;

/** What an expression comes to. */
const EXPRESSION = '={{ $json.hostile }}';

/** An expression in that place; where it stands in a group of fields, the others of the group are filled, too. */
function withOne({ fields, smallest }: Target, path: string): Parameters {
	const own = placed(fields, path.split('.'), EXPRESSION);
	const [name, group] = path.split('.').slice(-3);
	const all = new Map(deepFields(fields));
	const holder = [...all.values()].find((one) => one.name === name);
	if (holder?.type === 'fixedCollection' && holder.options) {
		const its = (holder.options as INodePropertyCollection[]).find((one) => one.name === group)!;
		const steps = path.split('.').slice(0, -1);
		const rows = steps.reduce<unknown>((at, step) => (at as IDataObject)[step], own);
		const [entry] = rows as IDataObject[];
		for (const one of its.values) entry![one.name] ??= 'beside';
	}
	return withoutWaits(merged(withoutWaits(smallest.parameters), own) as Parameters);
}

const onTheWire = ({ sent }: Outcome): string =>
	JSON.stringify(sent.map(({ url, qs, body, headers }) => ({ url, qs, body, headers })));

const tried = async (target: Target, path: string, hostile: unknown): Promise<Outcome> =>
	await run(target.subject, {
		...target.smallest,
		rows: [{ ...target.smallest.rows?.[0], hostile: hostile as IDataObject }],
		parameters: withOne(target, path),
		asStored: true,
	});

describe.each(targets.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		const nullsIn = (wire: string) => wire.split('null').length;
		let nulls = 0;
		/** Some fields are sent as null where they are empty; no more than those may be. */
		beforeAll(async () => {
			nulls = nullsIn(onTheWire(await run(target.subject, target.smallest)));
		});

		test.each(values)(
			'%s is sent nowhere as something else, and crashes nothing',
			async (_what, value, never) => {
				for (const path of target.leaves) {
					const ran = await tried(target, path, value);
					const said = JSON.stringify([ran.message, ran.items]);
					const all = onTheWire(ran);
					const [wire, crash] = [never.exec(all)?.[0], CRASH.exec(said)?.[0]];
					expect({ path, wire, crash }).toEqual({ path });
					expect({ path, more: nullsIn(all) > nulls && all }).toEqual({ path, more: false });
				}
			},
		);
	},
);

/** What can leave, in all the forms in which programs hold it. */
const fit = {
	probe: true,
	list: [null, 1, 'ñ 😀', [{}], { a: undefined }],
	at: new Date(0),
	on: DateTime.fromISO('2026-11-26', { zone: 'America/Mexico_City' }),
	own: JSON.parse('{"__proto__":{"polluted":true},"17841405309211845":-0}') as unknown,
	safe: Number.MAX_SAFE_INTEGER,
};

/** All values of a request that hold the probe, whether as an object or as JSON text. */
function probesIn(value: unknown): unknown[] {
	if (typeof value === 'string' && value.startsWith('{"probe"')) return [JSON.parse(value)];
	if (typeof value !== 'object' || value === null) return [];
	return 'probe' in value ? [value] : Object.values(value).flatMap(probesIn);
}

test('an object that leaves at all reads back as JSON writes it, in every field', async () => {
	const found: string[] = [];
	for (const target of targets) {
		for (const path of target.leaves) {
			const { sent } = await tried(target, path, fit);
			// As it goes over the wire.
			const probes = sent.flatMap(({ body, qs }) =>
				probesIn(JSON.parse(JSON.stringify([body, qs]))),
			);
			for (const probe of probes) {
				expect({ path, probe: JSON.stringify(probe) }).toEqual({
					path,
					probe: JSON.stringify(fit),
				});
				found.push(`${titleOf(target)} ${path.split('.').at(-1)}`);
			}
		}
	}
	expect(found).toEqual([
		'Altur › call: create context',
		'Altur › call: createAndWait context',
		'Altur › contact: add context',
		'Altur › contact: add value',
		'Altur › contact: add json',
	]);
});
