import type { Bundle } from '../contract/operation';
import type { Row } from '../contract/row';

/** Rows that go out in one request. */
export interface Part {
	rows: Row[];
	/** Tells parts of a run apart, together with their content. */
	name: string;
}

interface Open extends Part {
	bytes: number;
}

const bytesOf = ({ request }: Row): number => Buffer.byteLength(JSON.stringify(request.body ?? {}));

/** Splits rows into parts that go out together: in the order of the rows, each row looked at once. */
export function partsOf({ group, largest, mostBytes = Infinity }: Bundle, rows: Row[]): Part[] {
	const parts: Part[] = [];
	const open = new Map<string, Open>();
	for (const row of rows) {
		const name = group(row.request);
		const bytes = mostBytes === Infinity ? 0 : bytesOf(row);
		let part = open.get(name);
		if (!part || part.rows.length === largest || part.bytes + bytes > mostBytes) {
			part = { rows: [], name: `${name} ${parts.length}`, bytes: 0 };
			parts.push(part);
			open.set(name, part);
		}
		part.rows.push(row);
		part.bytes += bytes;
	}
	return parts;
}

/** Both halves of a part, as parts of their own. */
export function halvesOf({ rows, name }: Part): [Part, Part] {
	const middle = Math.ceil(rows.length / 2);
	return [
		{ rows: rows.slice(0, middle), name: `${name} a` },
		{ rows: rows.slice(middle), name: `${name} b` },
	];
}

/** Each row whose line an earlier row has at the same address, with that earlier row. */
export function repeatedLines({ sameLine }: Bundle, rows: Row[]): Map<Row, Row> {
	const first = new Map<string, Row>();
	const repeated = new Map<Row, Row>();
	if (!sameLine) return repeated;
	for (const row of rows) {
		const { url, line } = row.request;
		if (line === undefined) continue;
		const earlier = first.get(`${url} ${line}`);
		if (earlier) repeated.set(row, earlier);
		else first.set(`${url} ${line}`, row);
	}
	return repeated;
}
