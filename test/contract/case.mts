import type { IBinaryData, IDataObject } from 'n8n-workflow';
import type { Supplies } from '../support/strictContext.mts';

/** A node's parameters, as a workflow stores them. */
export type Parameters = IDataObject & { resource: string; operation: string };

/** A request as it leaves the node, below the vendor's base URL and without the key. */
export interface Sent {
	method: string;
	path: string;
	query?: Record<string, string | string[]>;
	/** Beyond the one that carries the key. */
	headers?: Record<string, string>;
	body?: unknown;
}

export interface Answered {
	status: number;
	body?: unknown;
	headers?: IDataObject;
}

/** One request and what the vendor answers to it. */
export type Exchange = [Sent, Answered];

export interface Item {
	json: IDataObject;
	binary?: Record<string, IBinaryData>;
	/** The row it came from; the first unless told. */
	row?: number;
}

/** Parameters, the exact requests that they become, and what comes out of the answers. */
export interface Case {
	/** What tells it apart from the operation's other cases; "minimal" has nothing optional. */
	title: string;
	parameters: Parameters;
	rows?: IDataObject[];
	exchanges: Exchange[];
	/** How many of the first exchanges are reads before any row is checked. */
	lookUps?: number;
	output: Item[];
	/** What the output pane says. */
	hints?: string[];
	/** APIs of n8n that this operation needs beyond those of all. */
	supplies?: Supplies;
}

/** Something that must not be sent, and what the user reads instead. */
export interface Refusal {
	parameters: Parameters;
	/** The beginning of what is said about the row: the field in the form's words, and the reason. */
	says: string;
	/** Reads before any row is checked. */
	lookUps?: Exchange[];
	supplies?: Supplies;
}

/** How pickers are stored when the user chose from the list. */
export const picked = (value: string): IDataObject => ({ __rl: true, mode: 'list', value });

/** How pickers are stored when the user typed the ID. */
export const typed = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

/** The parameters of one operation. */
export const of =
	(resource: string, operation: string) =>
	(parameters: IDataObject = {}): Parameters => ({ resource, operation, ...parameters });

/** What the output pane says where a limit leaves rows out. */
export const moreMayExist = 'There may be more results. Raise Limit or turn on Return All.';

export const ok = (body: unknown): Answered => ({ status: 200, body });

/** Rows as the node puts them out. */
export const items = (...rows: IDataObject[]): Item[] => rows.map((json) => ({ json }));

/** The case's name in a report: `call: create, minimal`. */
export const nameOf = ({ parameters: { resource, operation }, title }: Case): string =>
	`${resource}: ${operation}, ${title}`;
