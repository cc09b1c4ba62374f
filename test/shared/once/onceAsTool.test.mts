import { altur, sandboxForTests } from '../../support/altur.mts';
import { callJob, phones } from '../../support/calls.mts';

jest.setTimeout(60_000);

const sandbox = sandboxForTests();
const lost = '+525550000500';
const ana = '+525511110001';
const luis = '+525511110002';

describe('what a tool of an AI agent sent', () => {
	const tool = (...numbers: string[]) => ({
		...callJob(0),
		type: 'subjectTool',
		items: phones(...numbers),
	});
	const memoryOf = ({ runExecutionData }: Awaited<ReturnType<typeof altur>>): unknown =>
		runExecutionData.executionData?.contextData['node:Subject']?.sentAsTool;

	test('size: one entry a request, whether it was accepted', async () => {
		expect(memoryOf(await altur(sandbox, tool(ana, lost, luis)))).toEqual({
			[`POST /call ${ana}`]: true,
			[`POST /call ${lost}`]: false,
			[`POST /call ${luis}`]: true,
		});
	});

	test('lifetime and scope: all calls of the tool in one execution, and no other execution', async () => {
		const first = await altur(sandbox, tool(ana));
		await altur(sandbox, { ...tool(ana), retryOf: first.runExecutionData });
		expect(sandbox.it.dialled()).toEqual({ [ana]: 1 });
		await altur(sandbox, tool(ana));
		expect(sandbox.it.dialled()).toEqual({ [ana]: 2 });
	});

	test.each([
		['the vendor refused', tool('+525550000400')],
		['was only checked', { ...tool(ana), parameters: callJob(0, { checkOnly: true }).parameters }],
	])('cleared: what %s', async (_case, job) => {
		expect(memoryOf(await altur(sandbox, job))).toEqual({});
	});

	test('a node that is no tool has none', async () => {
		const job = { ...tool(ana), type: 'subject' };
		expect(memoryOf(await altur(sandbox, job))).toBeUndefined();
	});
});
