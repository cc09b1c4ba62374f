const shared = (...names) => names.map((name) => `nodes/shared/${name}.ts`);
const tests = (...paths) => paths.map((path) => `test/${path}.test.mts`);

/**
 * What is mutated, and the tests that must notice. In groups, because the test runner loads every test
 * file for every mutant: the whole layer would take days.
 */
export const groups = [
	{
		name: 'numbers',
		mutate: shared('phoneNumber', 'sameNumber', 'countries'),
		tests: tests('shared/{phoneNumber,sameNumber}'),
	},
	{
		name: 'times',
		mutate: shared('moment', 'callingHours'),
		tests: tests('shared/moment', 'shared/callingHours'),
	},
	{
		name: 'decisions',
		mutate: shared('happening', 'retry', 'inOrder', 'wait'),
		tests: tests('shared/{happening,retry,inOrder,wait}'),
	},
	{
		name: 'deliveries',
		mutate: shared('answered', 'sameSecret', 'webhookCredential', 'isRepeat', 'repeats'),
		tests: tests('shared/{repeats,sameSecret,webhookCredential}', 'altur/trigger'),
	},
	{
		name: 'signatures',
		mutate: [...shared('answerWebhook'), 'nodes/Altur/{webhook,receive}.ts'],
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
	{
		name: 'fields',
		mutate: shared('reader', 'values', 'kinds', 'check'),
		tests: tests('shared/{reader,values,check}'),
	},
	{
		name: 'forms',
		mutate: shared('settings', 'fields', 'form'),
		tests: tests('shared/{form,settings}'),
	},
	{ name: 'lists', mutate: shared('paginate'), tests: tests('shared/{paginate,listEnds}') },
	{
		name: 'claims',
		mutate: shared(
			...['claims', 'claimStore', 'openClaims', 'claimsByWorkflow', 'callOncePer', 'checkOnly'],
		),
		tests: tests(
			'shared/{claims,claimFailures,claimGroups,claimOwners,callOncePer,callOncePerHints,memories}',
		),
	},
	{ name: 'pace', mutate: shared('pace'), tests: tests('shared/pace{,Pause,Memory}') },
	{
		name: 'sending',
		mutate: shared('sender', 'sendRecord'),
		tests: tests('shared/{sendOnce,sendAgain,memories}'),
	},
	{
		name: 'answers',
		mutate: shared('exchange', 'streamed', 'account', 'ask', 'words', 'failure'),
		tests: tests('shared/{exchange,streamed,account,ask,words}'),
	},
	{
		name: 'rows',
		mutate: shared('execute', 'prepare', 'rowWorker', 'pause'),
		tests: tests('shared/{execute,pause,gates,rows,failedRows,account,toolRuns}'),
	},
	{
		name: 'reports',
		mutate: shared('emit', 'report', 'hints', 'stopped'),
		tests: tests('shared/{rows,failedRows,report,stopped,execute,gates}'),
	},
	{
		name: 'bundles',
		mutate: shared('bundle', 'idempotencyKey', 'onceAsTool'),
		tests: tests('shared/{bundle,toolRuns}'),
	},
];
