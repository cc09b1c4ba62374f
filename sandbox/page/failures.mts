import type { Action } from './grammar.mts';

const times = { name: 'times', label: 'For how many requests', kind: 'number', value: 1 } as const;

const seconds = (count: number) => ({
	label: `in ${count} second${count === 1 ? '' : 's'}`,
	value: { kind: 'throttled', seconds: count },
});

/** Failures that can be ordered of any vendor. */
export function failures(vendor: string): Action[] {
	const order = { path: 'faults', body: { vendor } };
	return [
		{
			...order,
			id: 'force429',
			label: 'Force 429',
			explanation: 'The next requests are refused because of too many requests, in its words.',
			fields: [
				times,
				{
					name: 'fault',
					label: 'It says to come again',
					kind: 'choice',
					choices: [1, 5, 30].map(seconds),
				},
			],
			done: 'The next requests get a 429.',
		},
		{
			...order,
			id: 'force500',
			label: 'Force 500',
			explanation: 'The next requests are answered with a server error.',
			fields: [
				times,
				{
					name: 'fault',
					label: 'What was asked for',
					kind: 'choice',
					choices: [
						{ label: 'did not happen', value: { kind: 'status', status: 500 } },
						{
							label: 'happened all the same',
							value: { kind: 'status', status: 500, carriedOut: true },
						},
					],
				},
			],
			done: 'The next requests get a 500.',
		},
	];
}
