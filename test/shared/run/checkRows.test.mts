import type { INodeProperties } from 'n8n-workflow';
import { reads, runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const going = { onError: 'continueRegularOutput' } as const;
const flag = (name: string): INodeProperties => ({
	...{ displayName: `Is ${name}`, name, type: 'boolean' },
	default: false,
});
const [phoneNumber] = sends('call').properties;

test('a bad row keeps the number as it was typed, with what to do', async () => {
	const operation = sends('call', {
		request: () => {
			throw new Error('Not today');
		},
	});
	const { items } = await runToy({ operation, numbers: ['55 12', ''], node: going });
	const said = { outcome: 'refused', message: 'Not today' };
	expect(items).toMatchObject([
		{ ...said, phoneNumber: '55 12', advice: 'Check the expressions of this row.' },
		{ ...said, phoneNumber: '' },
	]);
	const empty = await runToy({ operation: sends('call'), numbers: [''], node: going });
	expect(empty.items).toMatchObject([{ advice: 'Correct it and run again.' }]);
});

test('a number that cannot even be read is not told, and stops no other row', async () => {
	const supplies: ToyRun['supplies'] = {
		getNodeParameter: ((name: string, row: number, fallback: unknown) => {
			if (name === 'phoneNumber' && row === 0) throw new Error('Referenced node is unexecuted');
			return { resource: 'thing', operation: 'call', phoneNumber: '2' }[name] ?? fallback;
		}) as never,
	};
	const { items } = await runToy({
		...{ operation: sends('call'), numbers: ['1', '2'], node: going, supplies },
	});
	expect(items[0]).toEqual({
		...{ outcome: 'refused', message: 'Referenced node is unexecuted', row: 1 },
		advice: 'Check the expressions of this row.',
	});
	expect(items[1]).toEqual({ id: 'id-2' });
});

test('an operation without a number tells none of a bad row', async () => {
	const operation = reads('get', {
		properties: [],
		request: () => {
			throw new Error('Not today');
		},
	});
	const { items } = await runToy({ operation, node: going });
	expect(items[0]).not.toHaveProperty('phoneNumber');
	expect(items[0]).toMatchObject({ outcome: 'refused' });
});

test.each([
	[{ urgent: 'yes' }, 'Is urgent: must be true or false'],
	[{ options: { quiet: 'yes' } }, 'Is quiet: must be true or false'],
])(
	'a switch that is neither on nor off is found before anything is sent: %j',
	async (more, words) => {
		const operation = sends('call', {
			properties: [phoneNumber!, flag('urgent')],
			options: [flag('quiet'), { ...flag('label'), type: 'string' }],
		});
		const run = async (parameters: object) =>
			await runToy({ operation, numbers: ['1', '2'], parameters: parameters as never });
		const { error, asked } = await run(more);
		expect(asked).toEqual([]);
		expect(error?.message).toContain(`Row 1: ${words}`);
		const other = { urgent: 'yes', options: { label: 'yes' } };
		expect((await run({ ...other, urgent: true })).asked).toEqual(['1', '2']);
	},
);

test('each row is shaped by its own fields, before and after it is sent', async () => {
	const output = (_body: unknown, read: { text: (name: string) => string }) => ({
		of: read.text('phoneNumber'),
	});
	const { items } = await runToy({ operation: sends('call', { output }), numbers: ['1', '2'] });
	expect(items).toEqual([{ of: '1' }, { of: '2' }]);
});
