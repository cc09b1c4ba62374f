/** JSON Schema, as far as n8n's editor reads it: it knows no `$ref` and no choices. */
export interface Shape {
	type: string | string[];
	enum?: unknown[];
	properties?: Record<string, Shape>;
	items?: Shape;
}

/** The shape of a single value, where more is known of it than the value shows. */
export type Known = (key: string, value: string | number | boolean) => Shape | undefined;

const typeOf = (value: unknown): string => {
	if (value === null) return 'null';
	return Number.isInteger(value) ? 'integer' : typeof value;
};

const depth = ({ items, properties }: Shape): number => (items || properties ? 1 : 0);

/** The shape of what came out. */
export function shapeOf(value: unknown, known: Known, key = ''): Shape {
	if (Array.isArray(value)) {
		if (value.length === 0) return { type: 'array' };
		return { type: 'array', items: merged(value.map((one) => shapeOf(one, known, key))) };
	}
	if (typeof value === 'object' && value !== null) {
		const set = Object.entries(value).filter(([, one]) => one !== undefined);
		const inner = set.map(([name, one]) => [name, shapeOf(one, known, name)] as const);
		// The editor unfolds what is nested: plain fields would stand below it, out of sight.
		const sorted = inner.sort(([, one], [, other]) => depth(one) - depth(other));
		return { type: 'object', properties: Object.fromEntries(sorted) };
	}
	const more = value === null ? undefined : known(key, value as string);
	return more ?? { type: typeOf(value) };
}

/** One shape for all of these; the first decides the order of names, and null comes last. */
export function merged(shapes: Shape[]): Shape {
	return shapes.reduce((one, other) => {
		const types = [...new Set([one.type, other.type].flat())];
		const sorted = [...types.filter((type) => type !== 'null'), ...types.filter(isNull)];
		const properties = both(one.properties, other.properties);
		const items = one.items && other.items ? merged([one.items, other.items]) : undefined;
		return {
			type: sorted.length === 1 ? sorted[0]! : sorted,
			...valuesOf(one, other),
			...(properties ? { properties } : {}),
			...((items ?? one.items ?? other.items) ? { items: items ?? one.items ?? other.items } : {}),
		};
	});
}

const isNull = (type: string): boolean => type === 'null';

/** The values are known where they are of both, or where the other is nothing but null. */
function valuesOf(one: Shape, other: Shape): Pick<Shape, 'enum'> {
	const lists = [one, other].map((shape) => (shape.type === 'null' ? [null] : shape.enum));
	if (!lists.every(Array.isArray)) return {};
	return { enum: [...new Set(lists.flat())] };
}

type Properties = Shape['properties'];

function both(one: Properties, other: Properties): Properties {
	if (!one || !other) return one ?? other;
	const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
	const of = (name: string) => [one[name], other[name]].filter((shape) => shape !== undefined);
	return Object.fromEntries(names.map((name) => [name, merged(of(name))]));
}
