import { agents } from '../../sandbox/altur/agents.mts';
import { requestsByNumber } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

/** Cells as the field has them, and the number that may ring; none where nobody may. */
const cells: Array<{ phone: string; code?: string; dialled?: string }> = [
	// An extension of one digit is no part of the number (B03).
	{ phone: '+52 55 1234 5678 - 1' },
	{ phone: '(11) 3123-4567 8', code: '+55' },
	{ phone: '+34 612 345 678 (9)' },
	// A digit was lost (B04).
	{ phone: '+52 55 1234 567' },
	{ phone: '57 1 234 5678', code: '+57' },
	{ phone: '+33 6 12 34 56 7' },
	// Marks that cannot be seen (B17).
	{ phone: '\u2066+52 55 1234 5678\u2069', dialled: '+525512345678' },
	{ phone: '\u2068+34 612 345 678\u2069', dialled: '+34612345678' },
	{ phone: '+1\ufe0e-305-555-0101', dialled: '+13055550101' },
	{ phone: '\u061c+52 55 1234 5679', dialled: '+525512345679' },
	{ phone: '+52\u00ad55\u00ad12345670', dialled: '+525512345670' },
	// As WhatsApp exports them, and short numbers of Peru.
	{ phone: '521 81 1234 5678', code: '+52', dialled: '+5218112345678' },
	{ phone: '5491123456789', code: '+54', dialled: '+5491123456789' },
	{ phone: '1 234 5678', code: '+51', dialled: '+5112345678' },
	{ phone: 's/n', code: '+52' },
	// What is left of a number that lost a digit is nobody else's.
	{ phone: '52 81 1234 56', code: '+52' },
	{ phone: '7 912 345 678', code: '+7' },
	{ phone: '+55 81 3123 456' },
	{ phone: '+51 9123 4567' },
	{ phone: '+54 8 11 2345 6789' },
	{ phone: '+44 1624 12345' },
	{ phone: '+55 11 9876 5432' },
	{ phone: '+55 79 1584 0239' },
	{ phone: '62 812 345 678', code: '+62' },
	// A country code that holds the beginning of a number.
	{ phone: '11 2345 6791', code: '+549' },
	// Two readings, and one.
	{ phone: '4930 123456', code: '+49' },
	{ phone: '491621234567', code: '+49' },
	{ phone: '3906123456', code: '+39' },
	{ phone: '9 351 234 5678', code: '+54' },
	{ phone: '9 11 2345 6790', code: '+54', dialled: '+5491123456790' },
	{ phone: '392 123 4567', code: '+39', dialled: '+393921234567' },
	{ phone: '55 99123-4567', code: '+55', dialled: '+5555991234567' },
	// Extensions, minus signs, and two numbers with all kinds of line breaks between them.
	{ phone: '+49 30 1234567 - 1234' },
	{ phone: '+34 612 345 67 8' },
	{ phone: '+1 305 555 0102;ext=12' },
	{ phone: '305 555 0103 x7', code: '+1' },
	{ phone: '\u22125512345673', code: '+52' },
	{ phone: '5512345674\r5587654321', code: '+52' },
	{ phone: '5512345674\u20285587654321', code: '+52' },
	{ phone: '5,512,345,674', code: '+52' },
	{ phone: '26-11-2026', code: '+502' },
	// Digits of another script.
	{ phone: '+९१ ९८७६५ ४३२१०', dialled: '+919876543210' },
];

/** One person in two spellings (B21): only the first row rings. */
const twice = [
	['+54 9 11 2345 6780', '+54 11 2345 6780'],
	['+52 1 55 1234 5671', '+52 55 1234 5671'],
	['+55 11 8765 4321', '+55 11 98765 4321'],
].map(([first, second]) => [{ phone: first! }, { phone: second! }]);

let real: Lab;
beforeAll(async () => {
	real = await lab();
});
beforeEach(async () => await real.sandbox.reset());

const run = async (items: object[]) =>
	await real.runWorkflow({
		items: items as never,
		nodes: {
			type: 'n8n-nodes-conversational-agents.altur',
			parameters: {
				resource: 'call',
				operation: 'create',
				agentId: { __rl: true, mode: 'id', value: agents.diana.id },
				phoneNumber: '={{ $json.phone }}',
				options: { defaultCountryCode: '={{ $json.code }}', requestsPerSecond: 0 },
			},
			onError: 'continueRegularOutput',
		},
	});

test('numbers from the field ring whom they mean, or nobody', async () => {
	const { output } = await run(cells);
	const outcomes = output[0]!.map(({ json }) => json.outcome);
	expect(outcomes).toEqual(cells.map(({ dialled }) => (dialled ? 'placed' : 'refused')));
	expect(Object.keys(await requestsByNumber(real)).sort()).toEqual(
		cells.flatMap(({ dialled }) => dialled ?? []).sort(),
	);
});

test('one person in two spellings rings once, as the first row has it', async () => {
	const { output } = await run(twice.flat());
	expect(output[0]!.map(({ json }) => json.reason ?? json.outcome)).toEqual(
		twice.flatMap(() => ['placed', 'sameNumber']),
	);
	expect(Object.keys(await requestsByNumber(real))).toHaveLength(twice.length);
});
