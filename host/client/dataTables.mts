import type { IDataObject } from 'n8n-workflow';

import type { Session } from './session.mts';

export interface DataTable {
	id: string;
	name: string;
	projectId: string;
}

const pageSize = 200;

/** What the editor's Data Tables page can do. */
export function dataTables(session: Session) {
	const findTable = async (name: string) => {
		const filter = encodeURIComponent(JSON.stringify({ name }));
		const found = await session.get<{ data: DataTable[] }>(
			`/rest/data-tables-global?filter=${filter}`,
		);
		return found.data.find((table) => table.name === name);
	};

	const tableRows = async ({ id, projectId }: DataTable) => {
		const rows: IDataObject[] = [];
		for (;;) {
			const page = await session.get<{ count: number; data: IDataObject[] }>(
				`/rest/projects/${projectId}/data-tables/${id}/rows?take=${pageSize}&skip=${rows.length}`,
			);
			rows.push(...page.data);
			if (rows.length >= page.count || page.data.length === 0) return rows;
		}
	};

	const deleteTable = async ({ id, projectId }: DataTable) =>
		await session.delete(`/rest/projects/${projectId}/data-tables/${id}`);

	return { findTable, tableRows, deleteTable };
}
