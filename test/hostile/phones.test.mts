import { validatePhoneNumberLength } from 'libphonenumber-js/max';
import { deduplicationForTests } from '../support/deduplication.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { VendorServer } from '../support/vendorServer.mts';
import { sentWith } from './sentWith.mts';
import { targets, titleOf } from './targets.mts';
import type { Target } from './targets.mts';

deduplicationForTests();
let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

/** Cells that are no number, or may be two: one of each kind. */
const nobody: Array<[phone: unknown, code?: string]> = [
	['52 81 1234 56', '+52'],
	['+55 81 3123 456'],
	['+54 8 11 2345 6789'],
	['+44 1624 12345'],
	['4930 123456', '+49'],
	['1 55 1234 5678', '+52'],
	['5512345678'],
	['+52 055 1234 5678'],
	['+34 612 345 67 8'],
	['+34 612 345 678 ext. 1'],
	['+49 30 1234567 - 1234'],
	['55 1234 5678 (102)', '+52'],
	['5512345678,12', '+52'],
	['5512345678\r5587654321', '+52'],
	['5512345678\u20285587654321', '+52'],
	['612345678 / 612345679', '+34'],
	['\u22125512345678', '+52'],
	['5.2E+11', '+52'],
	['5512345678.0', '+52'],
	[551234.5678, '+52'],
	['+52 55 1234 567²'],
	['+999 1234 5678'],
];

const somebody: Array<[phone: unknown, code: string, dialled: string]> = [
	['\u2066+52 55 1234 5678\u2069', '', '+525512345678'],
	['+५२ 55 8765 4321', '', '+525587654321'],
	[5512345670, '+52', '+525512345670'],
	['612 34 56 78', '+34', '+34612345678'],
	['(11) 91234-5678', '+55', '+5511912345678'],
	['5491123456789', '+54', '+5491123456789'],
];

/** The fields of an operation that take a phone number, by their names. */
const phonesOf = ({ fields }: Target): string[] =>
	fields
		.filter(({ name, type }) => /phone|mobile/i.test(name) && type === 'string')
		.map(({ name }) => name);

const ringing = targets.filter((target) => phonesOf(target).length > 0);

test('the operations that take phone numbers are found', () => {
	expect(ringing.map(titleOf)).toEqual([
		'Altur › call: create',
		'Altur › call: createAndWait',
		'Altur › contact: add',
	]);
});

describe.each(ringing.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		const sent = async (cells: Array<[phone: unknown, code?: string, ...rest: unknown[]]>) => {
			const phones = Object.fromEntries(
				phonesOf(target).map((name) => [name, '={{ $json.phone }}']),
			);
			const options = { defaultCountryCode: '={{ $json.code }}' };
			const items = cells.map(([phone, code = '']) => ({ phone, code }) as never);
			return await sentWith(target, server, { ...phones, options }, items);
		};

		test('nobody is rung for what is no number, or may be two', async () => {
			const { outcomes, sent: requests } = await sent(nobody);
			expect([...requests]).toEqual([]);
			expect(
				outcomes.map(({ outcome, message }) => [outcome, String(message).split(':')[0]]),
			).toEqual(nobody.map(() => ['refused', expect.stringMatching(/Phone Number$/)]));
		});

		test('what leaves is the number that was meant, in E.164', async () => {
			await sent(somebody);
			const wire = server.arrived.map(({ body }) => body).join('\n');
			const left = wire.match(/\+\d{8,}/g) ?? [];
			expect(left).toEqual(somebody.map(([, , dialled]) => dialled));
			expect(left.map((number) => validatePhoneNumberLength(number)).filter(Boolean)).toEqual([]);
		});
	},
);
