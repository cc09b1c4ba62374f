/** An operation as outsiders know it: permanent, because stored workflows hold these names. */
export interface Surface {
	repeat: 'never' | 'safe' | 'keyed';
	/** Paths of its fields; a "*" marks those that are required. */
	fields: string[];
}

/** The operations of an action node, by resource and value. Values are for ever; titles may change. */
export type ActionSurface = Record<string, Record<string, Surface>>;

/** A trigger's fields by path with their defaults, and the credential it needs. */
export interface TriggerSurface {
	credential?: string;
	fields: Record<string, unknown>;
	/** What its lists of choices hold. */
	values: Record<string, string[]>;
}

/** What outsiders depend on of one vendor, by permanent names. */
export interface VendorSurface {
	action: { name: string; credential: string; operations: ActionSurface };
	triggers: Record<string, TriggerSurface>;
	/** Credentials with their fields in the form's order, and what those hold at first. */
	credentials: Record<string, Record<string, string>>;
	/** What fields of the action node hold at first, by path; the same in every operation. */
	defaults: Record<string, unknown>;
	/** What lists of choices hold that the vendor's documents name, by path. */
	choices: Record<string, string[]>;
}

/** The paths of fields inside a collection. */
export const inside = (collection: string, names: string): string[] =>
	names.split(' ').map((name) => `${collection}.${name}`);

/** One operation: how often it may repeat, and its fields. */
export const operation = (
	repeat: Surface['repeat'],
	fields = '',
	...more: string[][]
): Surface => ({
	repeat,
	fields: [...fields.split(' ').filter(Boolean), ...more.flat()],
});

export const listed = 'returnAll limit';
