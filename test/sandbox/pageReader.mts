import { request } from 'undici';
import type { Cell, Part, Snapshot, Table } from '../../sandbox/page/grammar.mts';

/** The page's JSON, to be read as people read the page. */
export interface Reading {
	text: string;
	part(name: string): Part;
	table(part: string, id: string): Table;
	figure(part: string, label: string): number | undefined;
	/** The newest row with such a cell, by column; a badge is its words unless it is the answer of a receiver. */
	row(part: string, table: string, cell: Cell): Record<string, Cell | undefined> | undefined;
}

const plain = (cell: Cell | undefined, column: string): Cell | undefined =>
	typeof cell === 'object' && 'text' in cell && column !== 'Answer' ? cell.text : cell;

/** Asks the sandbox for what its page shows. */
export async function lookAt(url: string): Promise<Reading> {
	const answer = await request(`${url}/sandbox/page.json`);
	const text = await answer.body.text();
	const { parts } = JSON.parse(text) as Snapshot;
	const found = <T,>(thing: T | undefined, name: string): T => {
		if (thing === undefined) throw new Error(`The page shows no ${name}`);
		return thing;
	};
	const part = (name: string): Part =>
		found(
			parts.find((one) => one.name === name),
			name,
		);
	const table = (name: string, id: string): Table =>
		found(
			part(name).tables.find((one) => one.id === id),
			`${name} ${id}`,
		);
	return {
		text,
		part,
		table,
		figure: (name, label) => part(name).figures.find((one) => one.label === label)?.value,
		row(name, id, cell) {
			const { columns, rows } = table(name, id);
			const cells = rows.find((one) => one.cells.includes(cell))?.cells;
			return (
				cells &&
				Object.fromEntries(columns.map((column, index) => [column, plain(cells[index], column)]))
			);
		},
	};
}
