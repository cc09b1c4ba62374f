import type { IDataObject } from 'n8n-workflow';

export const agentId = '6f1c1b52-3c0e-4d7a-9b7e-0d5a4e1f2a01';
export const endUserId = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
export const threadId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const callId = 'cll_gBoLtd02pUI50QwXkFjB';

const endUser = { id: endUserId, display_name: 'Sofía Hernández', integration_type: 'whatsapp' };

/** A thread as Altur answers it; the same in short is `simpleThread`. */
export const thread: IDataObject = {
	id: threadId,
	agent: { id: agentId, name: 'Diana' },
	end_user: endUser,
	integration: { id: 'int_1', type: 'whatsapp' },
	updated_at: '2026-11-20T15:00:00Z',
	active: true,
	blocked: false,
	tags: [{ id: 't1', name: 'call_later', color: 'blue' }],
	assigned_to: [{ id: 'u1', email: 'ana@example.com' }],
};

export const simpleThread: IDataObject = {
	id: threadId,
	agent_id: agentId,
	agent_name: 'Diana',
	end_user_id: endUserId,
	end_user_name: 'Sofía Hernández',
	active: true,
	blocked: false,
	updated_at: '2026-11-20T15:00:00Z',
	tags: ['call_later'],
};

export const message = (content: string, sent_by = 'AI'): IDataObject => ({
	thread_id: threadId,
	type: 'text',
	content,
	sent_by,
	sent_at: '2026-11-20T15:00:00Z',
	read: false,
});

/** A call that was just created; with another status, as it is later. */
export const call = (more: IDataObject = {}): IDataObject => ({
	id: callId,
	thread,
	type: 'outbound',
	status: 'created',
	answered_by: null,
	created_at: '2026-11-20T15:00:00Z',
	started_at: null,
	ended_at: null,
	duration: null,
	billable_duration: null,
	...more,
});

export const endedCall = call({
	status: 'ended',
	answered_by: 'human',
	started_at: '2026-11-20T15:00:10Z',
	ended_at: '2026-11-20T15:00:55Z',
	duration: 45,
	billable_duration: 60,
});

/** What is the same in a listed campaign and in one of its own, and what is left of both in short. */
export const simpleCampaign: IDataObject = {
	id: 1234,
	name: 'November reminders',
	status: 'active',
	description: 'People who are 30 days late',
	agent: { id: agentId, name: 'Diana' },
	created_at: '2026-11-01T09:00:00Z',
	timezone: 'America/Mexico_City',
	archived: false,
};

export const listedCampaign: IDataObject = {
	...simpleCampaign,
	retries: 2,
	template: 'payment_reminder',
	first_message: 'Hello',
	concurrency: 5,
	cycle_enabled: false,
	cycle_last_iteration_at: null,
};

export const integration: IDataObject = { id: '3f2a6c1e-9b7d-4a58-8e0c-5d1f7b9a2c64' };

export const campaign: IDataObject = {
	...simpleCampaign,
	integration,
	retries: 2,
	message_limit: 3,
	analytics: { calls: 1820, contacts: 2000 },
};

export const contact: IDataObject = {
	id: 56789,
	f_id: 'user_12345',
	name: 'Sofía Hernández',
	contact: '+525512345678',
	status: 'queue',
	context: 'Owes 1,200 pesos',
	retries: 0,
	call_count: 0,
	last_call_at: null,
	extracted_data: { 'Payment Amount': '1200' },
	tags: ['call_later'],
};

/** What the engine asks n8n for to make an idempotency key. */
export const thisRun = {
	getInstanceId: () => 'instance',
	getWorkflow: () => ({ id: 'w', name: 'Contacts', active: true }),
	getExecutionId: () => '7',
};
