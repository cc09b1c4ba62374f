import type { IDataObject } from 'n8n-workflow';

const part = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? (value as IDataObject) : {};

/** A thread's fields that workflows use; a field the answer lacks stays away. */
export function simpleThread(thread: IDataObject): IDataObject {
	const tags = Array.isArray(thread.tags) ? (thread.tags as IDataObject[]) : [];
	const { id, updated_at, active, blocked } = thread;
	const { id: agent_id, name: agent_name } = part(thread.agent);
	const { id: end_user_id, display_name: end_user_name } = part(thread.end_user);
	return {
		id,
		agent_id,
		agent_name,
		end_user_id,
		end_user_name,
		active,
		blocked,
		updated_at,
		tags: tags.map((tag) => tag?.name ?? tag),
	};
}
