import { seededEndUsers } from '../../sandbox/altur/endUsers.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const run = async (parameters: object, items = [{}]) =>
	await altur(sandbox, { parameters: { resource: 'endUser', ...parameters }, items });

test('an end user is created, read and changed', async () => {
	const made = await run({
		operation: 'create',
		displayName: 'Rocío Ñandú',
		additionalFields: { info: 'Prefers mornings' },
	});
	const { id } = made.outputs[0][0].json;
	const changed = await run({
		operation: 'update',
		endUserId: id,
		updateFields: { info: 'Prefers evenings' },
	});
	const read = await run({ operation: 'get', endUserId: id });
	expect(read.outputs[0]).toEqual(changed.outputs[0]);
	expect(read.outputs[0][0].json).toMatchObject({
		display_name: 'Rocío Ñandú',
		info: 'Prefers evenings',
	});
	expect(sandbox.it.requests().map(({ method, path, body }) => [method, path, body])).toEqual([
		['POST', '/enduser', { display_name: 'Rocío Ñandú', info: 'Prefers mornings' }],
		['PUT', `/enduser/${String(id)}`, { info: 'Prefers evenings' }],
		['GET', `/enduser/${String(id)}`, undefined],
	]);
});

test.each([{}, { info: '', displayName: '  ' }])(
	'an update with %j as fields is refused: there is nothing to update',
	async (updateFields) => {
		const { error } = await run({
			operation: 'update',
			endUserId: seededEndUsers.ana,
			updateFields,
		});
		expect(error?.message).toContain('Update Fields: there is nothing to update');
		expect(sandbox.it.requests()).toHaveLength(0);
	},
);

test('an ID that is no UUID is refused before anything is sent', async () => {
	const { error } = await run({ operation: 'get', endUserId: '../campaigns' });
	expect(error?.message).toContain('End User ID: "../campaigns" is no UUID');
	expect(sandbox.it.requests()).toHaveLength(0);
});

test('creating an end user is not repeated after an unknown outcome', async () => {
	sandbox.it.fail({ vendor: 'altur', method: 'POST', fault: { kind: 'reset' } });
	const { error } = await run({ operation: 'create', displayName: 'Ana' });
	expect(error?.message).toContain('"Create an end user" may have been carried out');
	expect(sandbox.it.requests()).toHaveLength(1);
});
