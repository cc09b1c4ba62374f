import { setTimeout as sleep } from 'node:timers/promises';

import type { StoredWorkflow } from '../../host/client.mts';
import type { Lab } from './n8nLab.mts';

/** Publishes a workflow that starts with a form, fills the form in, and answers the page it ends on. */
export async function fillForm(
	{ n8n }: Lab,
	workflow: StoredWorkflow,
	values: string[],
): Promise<string> {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger')!;
	await n8n.activate(workflow);
	const url = `${n8n.session.url}/form/${trigger.webhookId}`;
	await until(async () => (await fetch(url)).ok);
	const form = new FormData();
	for (const [index, value] of values.entries()) form.set(`field-${index}`, value);
	const answer = await fetch(url, { method: 'POST', body: form });
	const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl: string };
	const page = await endPage(formWaitingUrl);
	await n8n.deactivate(workflow);
	return page;
}

/** As the browser does: asks for the status, shows the page, and lets its script end the execution. */
async function endPage(waiting: string): Promise<string> {
	const status = waiting.replace('?', '/n8n-execution-status?');
	await until(async () => (await (await fetch(status)).text()).trim() === 'form-waiting');
	const page = await (await fetch(waiting)).text();
	await fetch(waiting, { method: 'POST' });
	return page;
}

async function until(isThere: () => Promise<boolean>): Promise<void> {
	for (let time = 0; time < 300; time++) {
		if (await isThere()) return;
		await sleep(100);
	}
	throw new Error('The form did not come.');
}
