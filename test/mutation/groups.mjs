/** A room of the engine with its own tests, and those of other rooms that look at it too. */
const room = (name, ...others) => ({
	name,
	mutate: [`nodes/shared/${name}/*.ts`],
	tests: [`test/shared/${name}/*.test.mts`, ...tests(...others)],
});

const tests = (...paths) => paths.map((path) => `test/${path}.test.mts`);

/**
 * What is mutated, and the tests that must notice. In groups, because the test runner loads every test
 * file for every mutant: the whole layer would take days.
 */
export const groups = [
	room('contract', 'shared/run/execute', 'shared/report/failedRows'),
	room('form'),
	room('values', 'shared/run/checkRows'),
	room('lists'),
	room('calls', 'shared/once/memories'),
	room('webhooks', 'altur/{trigger,triggerActivation}'),
	room('pace'),
	room('once', 'shared/calls/callOncePer{,Hints}', 'shared/send/sendOnce'),
	room('send', 'shared/once/memories'),
	room('report', 'shared/run/{onStop,execute,gates}'),
	room('run', 'shared/report/{rows,failedRows}', 'shared/once/toolRuns', 'shared/send/account'),
	{
		name: 'signatures',
		mutate: ['nodes/Altur/{webhook,receive}.ts', 'nodes/shared/webhooks/respond.ts'],
		tests: tests('altur/{webhook,trigger,triggerActivation,triggerHostile}'),
	},
	{
		name: 'replies',
		mutate: ['nodes/GuruSup/{webhook,receive,delivery}.ts'],
		tests: tests('gurusup/{webhook,triggerBody,triggerKey,triggerOptions}'),
	},
	{
		name: 'exports',
		mutate: ['nodes/Zaia/exportFile.ts'],
		tests: tests('zaia/export{File,AndWait}'),
	},
];
