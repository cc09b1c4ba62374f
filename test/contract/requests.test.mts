import type { IDataObject } from 'n8n-workflow';

import { readContract } from '../../sandbox/shared/contract.mts';
import type { Contract, ContractRequest } from '../../sandbox/shared/contract.mts';
import { nameOf } from './case.mts';
import type { Sent } from './case.mts';
import { run, sentOf } from './run.mts';
import { subjects } from './subjects.mts';

const whole = ({ query = {}, headers = {}, body, ...rest }: Sent) => ({
	...rest,
	query,
	headers,
	body,
});

/** As the judge wants it; a copy, because it puts types into what it judges. */
const forJudge = (sent: Sent): ContractRequest => {
	const { query, headers, body, ...rest } = whole(sent);
	return structuredClone({ ...rest, query, headers, body });
};

describe.each(subjects)('$name', (subject) => {
	const cases = subject.cases.map((one) => ({ name: nameOf(one), ...one }));

	let contract: Contract;
	beforeAll(async () => {
		contract = await readContract(subject.contract);
	});

	test.each(cases)(
		'$name: exactly these requests leave, and exactly this comes out',
		async (it) => {
			const { sent, items, message, hints, memory } = await run(subject, it);
			expect(message).toBe('');
			expect(sent.map((one) => sentOf(subject, one))).toStrictEqual(
				it.exchanges.map(([request]) => whole(request)),
			);
			expect(items).toStrictEqual(
				it.output.map(({ row = 0, ...item }) => ({ ...item, pairedItem: { item: row } })),
			);
			expect(hints).toEqual(it.hints ?? []);
			// The record of what was sent would double the stored execution; whom a call rang is a line a number.
			const {
				awaited: _,
				called = {},
				...records
			} = memory as { called?: IDataObject } & IDataObject;
			expect(records).toEqual({});
			expect(Object.values(called)).toEqual(Object.keys(called).map(() => 0));
		},
	);

	test.each(cases)('$name: the vendor’s contract allows request and answer', async (it) => {
		const { sent } = await run(subject, it);
		for (const [position, options] of sent.entries()) {
			const request = forJudge(sentOf(subject, options));
			const { status, body } = it.exchanges[position]![1];
			const operation = contract.operationOf(request.method, request.path);
			if (!operation) throw new Error(`The contract has no ${request.method} ${request.path}`);
			expect(contract.judgeRequest(operation, request).problems).toEqual([]);
			expect(Object.keys(operation.responses ?? {})).toContain(String(status));
			expect(contract.judgeAnswer(operation, status, body ?? null)).toEqual([]);
		}
	});

	test.each(cases)(
		'$name: the key goes out once, and n8n repeats and follows nothing',
		async (it) => {
			const { sent, key } = await run(subject, it);
			for (const { headers = {}, ...request } of sent) {
				expect(headers[subject.header]).toBe(subject.signed(key));
				const { [subject.header]: _signed, ...others } = headers;
				expect(JSON.stringify([others, request])).not.toContain(key);
				expect(request).toMatchObject({
					returnFullResponse: true,
					ignoreHttpStatusErrors: { ignore: true, except: expect.not.arrayContaining([401]) },
					disableFollowRedirect: true,
				});
			}
		},
	);
});
