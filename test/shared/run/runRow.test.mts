import { reasonOf } from '../../../nodes/shared/contract/failure.ts';
import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import type { Row } from '../../../nodes/shared/contract/row.ts';
import { failureFrom } from '../../../nodes/shared/run/runRow.ts';
import { notAttempted } from '../../../nodes/shared/run/runRow.ts';
import { altur, sandboxForTests } from '../../support/altur.mts';
import { callJob, phones } from '../../support/calls.mts';

const sandbox = sandboxForTests();

test('a fault of ours after something may have been sent says that its outcome is unknown', () => {
	const fault = new TypeError('x is not a function');
	const never = failureFrom({ repeat: 'never' } as Operation, fault);
	expect(never).toMatchObject({
		outcome: 'unknown',
		message: 'The answer could not be used: x is not a function.',
		advice: 'Please report this.',
	});
	expect(failureFrom({ repeat: 'keyed' } as Operation, fault).outcome).toBe('unknown');
	expect(failureFrom({ repeat: 'safe' } as Operation, fault).outcome).toBe('failed');
});

test('what is thrown and is no error is told as it is', () => expect(reasonOf('why')).toBe('why'));

test('a row that a stopped execution did not get to says so', () => {
	const { result } = notAttempted({ index: 0, request: {} } as Row);
	expect(result).toMatchObject({
		failure: { outcome: 'notAttempted', message: 'Not attempted: the execution was stopped.' },
	});
});

test('an expression that fails makes a bad row of its own, with its words and what to look at', async () => {
	const job = callJob(0);
	const displayName = '={{ $json.phone.endsWith("1") ? $("No such node").item.json.x : "" }}';
	const { outputs } = await altur(sandbox, {
		...job,
		parameters: { ...job.parameters, additionalFields: { displayName } },
		items: phones('+525512345671', '+525512345672'),
		onError: 'continueRegularOutput',
	});
	expect(outputs[0]).toMatchObject([
		{ json: { outcome: 'refused', advice: 'Check the expressions of this row.' } },
		{ json: { outcome: 'placed' } },
	]);
});
