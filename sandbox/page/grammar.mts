/** How a cell looks: something went well, went wrong or goes on. */
export type Tone = 'good' | 'bad' | 'busy';

/** A cell: words or a number, words with a tone, a moment, or how far something got. */
export type Cell =
	string | number | { text: string; tone: Tone } | { at: number } | { done: number; of: number };

/** One line of a table. */
export interface Row {
	/** The same for the same thing in every snapshot. */
	id: string;
	cells: Cell[];
	/** Worth a look at once. */
	standsOut?: boolean;
	/** Where the table's action goes for this row, if it can be done now. */
	order?: Pick<Action, 'path' | 'body'> & { about: string };
}

/** The latest of something, the newest first. */
export interface Table {
	id: string;
	title: string;
	columns: string[];
	rows: Row[];
	/** How many there are, shown or not. */
	total: number;
	/** What is said while there are none. */
	empty: string;
	/** What can be done to a row. */
	action?: Action;
}

/** Something to fill in before an order leaves. */
export interface Field {
	/** The property of the order's body. */
	name: string;
	label: string;
	kind: 'address' | 'number' | 'json' | 'choice';
	value?: unknown;
	isOptional?: boolean;
	choices?: Array<{ label: string; value: unknown }>;
}

/** An order to the control API, as a button that asks first. */
export interface Action {
	id: string;
	label: string;
	explanation: string;
	method?: 'POST' | 'DELETE';
	/** Below `/sandbox/`. */
	path: string;
	body?: Record<string, unknown>;
	fields: Field[];
	/** What is said when it is done. */
	done: string;
}

/** A number to see at a glance. */
export interface Figure {
	label: string;
	value: number;
	tone?: Tone;
}

/** What a vendor shows of itself. */
export interface Shown {
	title: string;
	figures: Figure[];
	/** A sentence about what matters most. */
	notice?: { text: string; tone: Tone };
	tables: Table[];
	actions: Action[];
}

/** A part of the page. */
export type Part = Shown & {
	name: string;
	/** What precedes its paths in a URL. */
	prefix?: string;
};

/** All that the page shows at one moment. */
export interface Snapshot {
	at: number;
	parts: Part[];
}
