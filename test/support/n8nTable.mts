import type { IDataObject } from 'n8n-workflow';

import type { Lab } from './n8nLab.mts';

type ColumnType = 'string' | 'number' | 'boolean' | 'date';

/** Makes a data table with these rows, as a user does in the editor. */
export async function fillTable(
	{ n8n }: Lab,
	name: string,
	columns: Record<string, ColumnType>,
	rows: IDataObject[],
): Promise<void> {
	const earlier = await n8n.findTable(name);
	if (earlier) await n8n.deleteTable(earlier);
	const project = await n8n.session.get<{ id: string }>('/rest/projects/personal');
	const path = `/rest/projects/${project.id}/data-tables`;
	const { id } = await n8n.session.post<{ id: string }>(path, {
		name,
		columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
	});
	await n8n.session.post(`${path}/${id}/insert`, { data: rows, returnType: 'count' });
}

/** The rows of a table, without what n8n adds to each. */
export async function tableOf({ n8n }: Lab, name: string): Promise<IDataObject[]> {
	const table = await n8n.findTable(name);
	if (!table) throw new Error(`There is no table "${name}".`);
	return (await n8n.tableRows(table)).map(
		({ id: _id, createdAt: _created, updatedAt: _updated, ...own }) => own,
	);
}
