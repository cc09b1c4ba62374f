import { agents } from '../../sandbox/altur/agents.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const call = {
	resource: 'call',
	operation: 'create',
	agentId: agents.diana.id,
	phoneNumber: '={{ $json.phone }}',
};

test('every row is dialled once and comes out with the call, the number and its outcome', async () => {
	const { outputs, error } = await altur(sandbox, {
		parameters: call,
		items: [{ phone: '+52 55 1234 5678' }, { phone: '0052 (81) 1234-5678' }],
	});
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([
		{
			json: { phoneNumber: '+525512345678', outcome: 'placed', status: 'created' },
			pairedItem: { item: 0 },
		},
		{ json: { phoneNumber: '+528112345678', outcome: 'placed' }, pairedItem: { item: 1 } },
	]);
	expect(sandbox.it.dialled()).toEqual({ '+525512345678': 1, '+528112345678': 1 });
});

test('a bad number anywhere in the batch dials nobody', async () => {
	const { error } = await altur(sandbox, {
		parameters: call,
		items: [{ phone: '+52 55 1234 5678' }, { phone: 'call me' }, { phone: '' }],
	});
	expect(error?.message).toContain('Row 2: Phone Number: "call me" is not a phone number');
	expect(error?.message).toContain('Row 3: Phone Number: is empty');
	expect(sandbox.it.requests()).toHaveLength(0);
});
