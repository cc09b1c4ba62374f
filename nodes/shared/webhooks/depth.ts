/** Nested deeper than this, storing and showing an execution overflows the stack in parts of n8n. */
export const DEEPEST_LEVEL = 200;

/** True for JSON that n8n could not store. Level by level, because recursion would overflow on just that. */
export function isTooDeep(json: unknown): boolean {
	let level = [json];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > DEEPEST_LEVEL) return true;
		level = level.flatMap((value) =>
			typeof value === 'object' && value !== null ? Object.values(value) : [],
		);
	}
	return false;
}
