import { callNode, rows } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const key = 'sandbox-altur-key';
const secret = 'sandbox-altur-webhook-secret';
const failures = ['+525550000400', '+525550000401', '+525550000500', '+525550000902'];

jest.setTimeout(60_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

describe('the key and the secret of the credential', () => {
	test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'stand in nothing that n8n stores of calls that failed under %s',
		async (onError) => {
			for (const number of failures) {
				await real.sandbox.reset();
				const { execution } = await real.runWorkflow({
					items: rows(number),
					nodes: callNode({}, { onError }),
				});
				// The request did carry the key.
				const [request] = await real.sandbox.requests();
				expect(request?.headers.authorization).toBe('<valid key>');
				const stored = JSON.stringify(execution);
				expect(stored).toContain(number);
				expect(stored).not.toContain(key);
				expect(stored).not.toContain(secret);
			}
		},
	);

	test('stand in nothing that n8n writes to its log', () => {
		expect(real.log.text()).not.toContain(key);
		expect(real.log.text()).not.toContain(secret);
	});
});
