/** The names of all troubles, for checking orders from outside. */
export const troubleKinds = [
	'status',
	'throttled',
	'redirect',
	'slow',
	'reset',
	'silence',
	'html',
	'empty',
	'noContent',
	'half',
	'gzip',
	'huge',
] as const satisfies Array<Trouble['kind']>;

/** Everything that can go wrong between a request and its answer. */
export type Trouble =
	| { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
	| { kind: 'throttled'; seconds?: number; retryAfter?: string }
	| { kind: 'redirect'; to?: string }
	| { kind: 'slow'; delayMs?: number }
	| { kind: 'reset' | 'silence' | 'html' | 'empty' | 'noContent' | 'half' | 'gzip' | 'huge' };

/** A trouble, and whether the vendor had carried the request out by then. */
export type Fault = Trouble & { carriedOut?: boolean };

/** Where and how often a fault strikes. */
export interface FaultRule {
	vendor: string;
	method?: string;
	/** Path below the vendor's base URL; `*` stands for any characters. */
	path?: string;
	/** How many requests it strikes; without it, all. */
	times?: number;
	fault: Fault;
}

const answersWithoutEffect = ['status', 'throttled', 'redirect'];

/** Whether the request takes effect: by default only errors and redirects prevent it. */
export function isCarriedOut(fault: Fault): boolean {
	return fault.carriedOut ?? !answersWithoutEffect.includes(fault.kind);
}

function matches(pattern: string, path: string): boolean {
	const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`).test(path);
}

/** The faults ordered by a test, the oldest first. */
export class Faults {
	private rules: FaultRule[] = [];

	add(rule: FaultRule): void {
		this.rules.push({ ...rule });
	}

	/** The fault that strikes this request, if any; uses it up. */
	take(vendor: string, method: string, path: string): Fault | undefined {
		if (this.rules.length === 0) return undefined;
		const rule = this.rules.find(
			(candidate) =>
				candidate.vendor === vendor &&
				candidate.times !== 0 &&
				(!candidate.method || candidate.method.toUpperCase() === method) &&
				(!candidate.path || matches(candidate.path, path)),
		);
		if (rule?.times !== undefined) rule.times -= 1;
		return rule?.fault;
	}

	reset(): void {
		this.rules = [];
	}
}
