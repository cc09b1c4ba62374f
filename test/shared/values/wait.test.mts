import type { IExecuteFunctions } from 'n8n-workflow';
import { readersOf } from '../../../nodes/shared/values/reader.ts';
import { addressOfWait } from '../../../nodes/shared/values/wait.ts';

const run = (
	id: string,
	runIndex: number,
	resumeUrl = 'https://n8n.example.com/webhook-waiting/7?signature=a%2Fb',
) =>
	({
		getNode: () => ({ id, parameters: {} }),
		getTimezone: () => 'UTC',
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
		evaluateExpression: (text: string) => (text === '{{ $execution.resumeUrl }}' ? resumeUrl : ''),
	}) as unknown as IExecuteFunctions;

test('each wait of an execution has an address of its own, with n8n’s signature as it was', () => {
	const addresses = [run('a', 0), run('a', 1), run('b', 0)].map(addressOfWait);
	expect(new Set(addresses).size).toBe(3);
	expect(addresses[1]).toBe(
		'https://n8n.example.com/webhook-waiting/7/delivery?signature=a%2Fb&wait=a.1',
	);
	expect(readersOf(run('a', 1), [], '')(0).resumeUrl()).toBe(addresses[1]);
});

test('tried again, a run has the same address; ids of any kind are carried whole', () => {
	expect(addressOfWait(run('a', 1))).toBe(addressOfWait(run('a', 1)));
	const address = new URL(addressOfWait(run('é & b=1/{{', 2)));
	expect(address.searchParams.get('wait')).toBe('é & b=1/{{.2');
});

test('what is no address stays as it is, for the operation to object to', () =>
	expect(addressOfWait(run('a', 0, 'none'))).toBe('none'));
