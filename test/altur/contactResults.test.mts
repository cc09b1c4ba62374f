import { resultsOf, sameLine } from '../../nodes/Altur/resources/contact/results.ts';

const numbers = ['+525511110001', '+525511110002', '+525511110003'];
const told = (count: number, answer: object) =>
	resultsOf(
		{ success: true, ...answer },
		numbers.slice(0, count).map((phoneNumber) => ({ method: 'POST', url: '', phoneNumber })),
	).map(({ status, id }) => [status, id]);

const error = 'INVALID_PHONE_NUMBER';
const oneOfTwo = { created: 1, updated: 0, skipped_duplicate: 0, failed: 1 };

test.each<[string, object[]]>([
	['none', []],
	['an index as text', [{ index: '1', error }]],
])('where one of two failed and results have %s, neither is told as created', (_what, results) => {
	expect(told(2, { summary: oneOfTwo, results })).toEqual([
		[null, null],
		[null, null],
	]);
});

test('a result without an index is that of the contact it names, and the other was created', () => {
	const results = [{ contact: numbers[1], error }];
	expect(told(2, { summary: oneOfTwo, results })).toEqual([
		['created', null],
		['failed', null],
	]);
});

test('a result that names its contact is given to no other row, however Altur counts', () => {
	const results = [
		{ index: 1, id: 71, contact: numbers[0] },
		{ index: 2, id: null, contact: numbers[1], error },
		{ index: 3, id: 73, contact: numbers[2] },
	];
	expect(told(3, { summary: { created: 2, failed: 1 }, results })).toEqual([
		['created', 71],
		['failed', null],
		['created', 73],
	]);
});

test('a contact that several results name goes by its index, and to no row of another number', () => {
	const results = [0, 1].map((index) => ({ index, id: 70 + index, contact: numbers[0] }));
	expect(told(2, { summary: { created: 2 }, results })).toEqual([
		['created', 70],
		['created', null],
	]);
});

test('a result that names another row’s contact is not given to the row of its index', () => {
	const results = [{ index: 1, contact: numbers[0], error }];
	expect(told(2, { summary: oneOfTwo, results })).toEqual([
		['failed', null],
		['created', null],
	]);
});

test('of two rows of one contact a single result is that of its index only', () => {
	const request = { method: 'POST' as const, url: '', phoneNumber: numbers[0] };
	const answer = { summary: oneOfTwo, results: [{ index: 0, contact: numbers[0], error }] };
	const statuses = resultsOf(answer, [request, request]).map(({ status }) => status);
	expect(statuses).toEqual(['failed', 'created']);
});

/** Two good results around whatever stands at index 1. */
const around = (nonsense: unknown) => ({
	summary: { created: 2 },
	results: [
		{ index: 0, id: 10, contact: numbers[0] },
		nonsense,
		{ index: 2, id: 12, contact: numbers[2] },
	],
});

test.each<[string, unknown]>([
	...[null, 7, 'text', [], [null], {}, true].map((one): [string, unknown] => [
		JSON.stringify(one),
		one,
	]),
	['a result without an index', { id: 11 }],
	['the index of another row', { index: 0, id: 11 }],
	['an index beyond the rows', { index: 9, id: 11 }],
	['somebody else’s number', { index: 1, id: 11, contact: '+525599990000' }],
])('%s among the results touches its own row only', (_what, nonsense) => {
	expect(told(3, around(nonsense))).toEqual([
		['created', 10],
		[null, null],
		['created', 12],
	]);
});

test.each([['text'], [7], [null], [{}], [[]], [[null, 'a', 1]]])(
	'results %j and a summary that counts nothing tell nothing of any row',
	(results) => {
		for (const summary of [null, 'none', { created: {} }, []]) {
			expect(told(2, { results, summary })).toEqual([
				[null, null],
				[null, null],
			]);
		}
	},
);

test('a number that Altur spells its own way is still that row’s', () => {
	const requests = [{ method: 'POST' as const, url: '', phoneNumber: '+5215511110001' }];
	const results = [{ index: 0, id: 5, contact: '+525511110001' }];
	expect(resultsOf({ summary: { created: 1 }, results }, requests)).toEqual([
		{ status: 'created', id: 5, phoneNumber: '+5215511110001' },
	]);
});

test.each([{ success: false }, { errors: [{ code: 'SERVER_ERROR' }] }, { errors: 'No' }])(
	'a result that says no in other words (%j) failed, whatever its ID',
	(no) => {
		const results = [
			{ index: 0, id: 10, contact: numbers[0], ...no },
			{ index: 1, id: 11, contact: numbers[1], success: true, errors: [] },
		];
		expect(told(2, { summary: { created: 2 }, results }).map(([status]) => status)).toEqual([
			'failed',
			'created',
		]);
	},
);

test('a number that is there twice is not reported as there already where nobody knows', () => {
	const request = { method: 'POST' as const, url: '', phoneNumber: numbers[0] };
	expect(sameLine({ status: null, reason: 'Not said.' }, 1, request)).toMatchObject({
		status: null,
		reason: 'Row 1 of this run has the same number. Not said.',
	});
});

test('an error that is no text is still given as the reason', () => {
	const results = [{ index: 0, error: { code: 'SERVER_ERROR' } }];
	const requests = [{ method: 'POST' as const, url: '', phoneNumber: numbers[0] }];
	expect(resultsOf({ results }, requests)).toMatchObject([
		{ status: 'failed', reason: '{"code":"SERVER_ERROR"}' },
	]);
});

test('a row without a result is not told as created by what the summary counts of others', () => {
	const results = [0, 1].map((index) => ({
		...{ index, id: 10 + index, contact: numbers[index], status: 'created' },
	}));
	const summary = { created: 2, updated: 0, skipped_duplicate: 0, failed: 1 };
	expect(told(3, { summary, results })).toEqual([
		['created', 10],
		['created', 11],
		['failed', null],
	]);
	expect(told(3, { summary: { ...summary, failed: 0 }, results })[2]).toEqual([null, null]);
	expect(told(3, { summary: { ...summary, created: 3, failed: 0 }, results })[2]).toEqual([
		'created',
		null,
	]);
});
