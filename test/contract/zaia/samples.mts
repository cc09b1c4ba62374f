/** UUIDs of what a Zaia workspace holds. */
export const ids = {
	agent: '2a1a0004-5a1a-4000-8000-000000000001',
	channel: '0b9f8c1e-4d2a-4f6b-8a57-3c1d9e7f2b40',
	chat: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
	group: '2a1a0008-5a1a-4000-8000-000000000001',
	message: '6f1c1b52-3c0e-4d7a-9b7e-0d5a4e1f2a01',
	owner: '2a1a000d-5a1a-4000-8000-000000000001',
	sender: '4f6e2c1a-9b3d-4e5f-8a7b-6c5d4e3f2a1b',
	squad: '2a1a0005-5a1a-4000-8000-000000000001',
	thread: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
	ticket: '9a4b1c6e-2f3d-4e5a-8b7c-6d5e4f3a2b1c',
	otherTicket: '9a4b1c6e-2f3d-4e5a-8b7c-6d5e4f3a2b1d',
	user: '5d3c2b1a-7e6f-4a5b-9c8d-1e2f3a4b5c6d',
	version: '2a1a000a-5a1a-4000-8000-000000000001',
};

export const message = {
	id: ids.message,
	createdAt: '2026-11-20T15:00:00Z',
	updatedAt: '2026-11-20T15:00:00Z',
	chatId: ids.chat,
	chatThreadId: ids.thread,
	content: 'Olá!',
	externalId: 'crm-20817',
	rawContent: null,
	role: 'assistant',
	senderId: ids.sender,
};

export const notUuid = 'is no UUID';
