import type { Parameters } from '../contract/case.mts';
import { merged, placed } from '../contract/placed.mts';
import { run } from '../contract/run.mts';
import { targets, titleOf, withoutWaits } from './targets.mts';

/** Values that would leave as something else, and what must never be seen of them on the wire. */
const values: Array<[what: string, value: unknown, never: RegExp]> = [
	['a number beyond 2^53', JSON.parse('17841405309211845'), /1784140530921184\d/],
	['a number in exponent form', 1e21, /1e\+?21/],
	['half a character', 'Hola \ud83d', /\ufffd|\\ud83d|%EF%BF%BD/i],
	['NaN inside an object', { saldo: NaN }, /"saldo":null/],
	['an infinite number', Infinity, /null|Infinity/],
	['digits lost inside an object', { id: JSON.parse('17841405309211845') }, /1784140530921184\d/],
	['half a character in a list', ['\udc00'], /\ufffd|\\udc00/i],
];

describe.each(targets.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target: { subject, fields, leaves, smallest } }) => {
		test.each(values)('%s is sent nowhere as something else', async (_what, value, never) => {
			for (const path of leaves) {
				const own = placed(fields, path.split('.'), value);
				const parameters = withoutWaits(
					merged(withoutWaits(smallest.parameters), own) as Parameters,
				);
				const ran = await run(subject, {
					...smallest,
					parameters,
					asStored: true,
				});
				const onTheWire = JSON.stringify(
					ran.sent.map(({ url, qs, body, headers }) => ({ url, qs, body, headers })),
				);
				expect({ path, onTheWire }).not.toEqual({
					path,
					onTheWire: expect.stringMatching(never) as unknown,
				});
			}
		});
	},
);
