/** Any part of an OpenAPI document. */
export type Part = Record<string, unknown>;

export const partOf = (value: unknown): Part =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : {};

/** An OpenAPI document that can be asked where its references lead. */
export class ApiDocument {
	readonly root: Part;

	constructor(root: unknown) {
		this.root = partOf(root);
	}

	/** The part itself, or where its reference leads. */
	at(part: unknown, depth = 8): Part {
		const { $ref } = partOf(part);
		if (typeof $ref !== 'string' || depth === 0) return partOf(part);
		const keys = $ref.replace(/^#\//, '').split('/');
		const read = (at: unknown, key: string) =>
			partOf(at)[key.replace(/~1/g, '/').replace(/~0/g, '~')];
		return this.at(keys.reduce<unknown>(read, this.root), depth - 1);
	}

	/** Every operation by `METHOD /path`. */
	operations(): Map<string, Part> {
		const methods = ['get', 'post', 'put', 'patch', 'delete'];
		return new Map(
			Object.entries(partOf(this.root.paths)).flatMap(([path, item]) =>
				methods
					.filter((method) => method in partOf(item))
					.map((method) => [`${method.toUpperCase()} ${path}`, partOf(partOf(item)[method])]),
			),
		);
	}

	/** The schema of JSON in a request's body or an answer. */
	jsonSchema(holder: unknown): Part | undefined {
		const { content } = this.at(holder);
		const { schema } = partOf(partOf(content)['application/json']);
		return schema === undefined ? undefined : this.at(schema);
	}

	answerSchema(operation: Part, status: number): Part | undefined {
		return this.jsonSchema(partOf(operation.responses)[String(status)]);
	}
}
