import { startSandbox } from '../sandbox/start.mts';
import { ensureBuilt } from './build.mts';
import { campaign, runCampaign } from './campaign.mts';
import { outcomeTable, surprises } from './campaignReport.mts';
import { connectClient, demoOwner } from './client.mts';
import { importExamples } from './examples.mts';
import { startN8n } from './n8n.mts';
import { onlyOne } from './onlyOne.mts';
import { installPackage } from './pack.mts';
import { places } from './places.mts';
import { freePort } from './ports.mts';
import { saveSandboxCredentials } from './sandboxCredentials.mts';
import { untilInterrupted } from './untilInterrupted.mts';

const once = process.argv.includes('--once');
const interrupted = untilInterrupted();
const stops: Array<() => Promise<void>> = [];

try {
	const ended = await Promise.race([show(), interrupted.then(() => 'interrupted' as const)]);
	if (ended === 'interrupted') {
		console.log('\nStopping …');
		process.exitCode = once ? 130 : 0;
	} else {
		process.exitCode = ended ? 0 : 1;
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await Promise.allSettled(stops.reverse().map(async (stop) => await stop()));
	process.exit();
}

/** Answers whether every row of the example campaign had its expected outcome. */
async function show(): Promise<boolean> {
	const home = await onlyOne(places.showcaseHome);
	stops.push(async () => home.release());
	console.log('Building and packing the package …');
	await ensureBuilt();
	await installPackage(places.showcaseHome);

	const sandbox = await startSandbox({ port: await freePort(5700, 'the sandbox') });
	stops.push(async () => await sandbox.close());
	console.log('Starting n8n …');
	const n8n = await startN8n({
		userFolder: places.showcaseHome,
		port: await freePort(5678, 'n8n'),
		progress: console.log,
	});
	stops.push(async () => await n8n.stop());
	await home.isAt(n8n.url);

	const client = await connectClient(n8n.url);
	await saveSandboxCredentials(client, sandbox.url);
	const workflow = (await importExamples(client)).get(campaign.file);
	if (!workflow) throw new Error(`examples/${campaign.file} is missing.`);

	if (!once) {
		console.log(`\nEditor:   ${n8n.url}/workflow/${workflow.id}`);
		console.log(`Login:    ${demoOwner.email}  ${demoOwner.password}`);
		console.log(`Sandbox:  ${sandbox.url}`);
		console.log(`Watch it: ${sandbox.url}/  calls, messages and events as they happen\n`);
	}

	console.log(`Running "${workflow.name}" …`);
	const { executionId, rows } = await runCampaign(client, workflow);
	console.log(`\n${outcomeTable(rows)}\n`);
	if (!once) {
		console.log(`Results:  ${n8n.url}/workflow/${workflow.id}/executions/${executionId}`);
		console.log(`Table:    ${n8n.url}/home/datatables  ("${campaign.table}")\n`);
	}
	const wrong = surprises(rows);
	for (const line of wrong) console.error(line);

	if (!once) {
		console.log('Ctrl-C ends everything.');
		await interrupted;
	}
	return wrong.length === 0;
}
