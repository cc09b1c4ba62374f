import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { triggerForTests } from './triggerHost.mts';

const { deliver, set, started } = triggerForTests();
const event = { event: 'send_message', data: { body: 'Hola' } };
const refused = { status: 401, text: '' };

test('a delivery with the organisation’s key starts one execution and gets an empty answer', async () => {
	expect(await deliver(event)).toEqual({ status: 200, text: '' });
	expect(started()).toEqual([[event]]);
});

test.each([
	['no key', []],
	['an empty key', ['']],
	['a wrong key', ['sandbox-gurusup-kez']],
	['a shorter key', ['sandbox']],
	['a longer key', [`${guruSupKey}-and-more`]],
	['a very long key', ['k'.repeat(8_000)]],
	['the key in other case', [guruSupKey.toUpperCase()]],
	['the right key twice', [guruSupKey, guruSupKey]],
	['the right key and a wrong one', [guruSupKey, 'x']],
	['a wrong key and the right one', ['x', guruSupKey]],
	['the right key and an empty one', [guruSupKey, '']],
	['both keys in one line', [`${guruSupKey}, ${guruSupKey}`]],
])('%s is refused with 401, without a word, and starts nothing', async (_what, keys) => {
	expect(await deliver(event, { keys })).toEqual(refused);
	expect(started()).toEqual([]);
});

test.each([
	['empty', { apiKey: '' }],
	['blank', { apiKey: '  ' }],
	['missing', {}],
	['undefined, as is the whole credential', undefined],
])('while the credential’s own key is %s nobody comes in', async (_what, credential) => {
	set({ credential });
	for (const keys of [[], [''], [guruSupKey], ['undefined'], ['null'], ['  ']])
		expect(await deliver(event, { keys })).toEqual(refused);
	expect(started()).toEqual([]);
});

test('a changed credential counts from the next delivery on', async () => {
	set({ credential: { apiKey: 'another', baseUrl: '' } });
	expect(await deliver(event)).toEqual(refused);
	expect(await deliver(event, { keys: ['another'] })).toMatchObject({ status: 200 });
	expect(started()).toHaveLength(1);
});

test('white space around the key in the credential does no harm', async () => {
	set({ credential: { apiKey: ` ${guruSupKey}\n`, baseUrl: '' } });
	expect(await deliver(event)).toMatchObject({ status: 200 });
});

test('a wrong key is refused before the body is looked at', async () => {
	expect(await deliver(event, { keys: ['x'], raw: 'no json', type: 'text/plain' })).toEqual(
		refused,
	);
});
