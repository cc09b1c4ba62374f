/** What may follow in a pattern: a digit out of a set and what comes then, or the end. */
export interface State {
	ends: boolean;
	steps: Array<[digits: string, next: State]>;
}

/** A part of a pattern, given what follows it: patterns are built from their end. */
type Part = (then: State) => State;

const ANY = '0123456789';
const END: State = { ends: true, steps: [] };

const either = (states: State[]): State => ({
	ends: states.some(({ ends }) => ends),
	steps: states.flatMap(({ steps }) => steps),
});

const sequence =
	(parts: Part[]): Part =>
	(then) =>
		parts.reduceRight((next, part) => part(next), then);

/** `x{2,4}` as `xx(x(x)?)?`. */
function repeated(part: Part, least: number, most: number): Part {
	const optional: Part = (then) =>
		Array.from({ length: most - least }).reduce<State>((next) => either([part(next), then]), then);
	return sequence([...Array.from({ length: least }, () => part), optional]);
}

function digitsOf(token: string): string {
	if (token === '\\d') return ANY;
	if (!/^(\d|\[[\d-]+\])$/.test(token)) throw new Error(`No pattern has had "${token}" before`);
	return [...ANY].filter((digit) => new RegExp(token).test(digit)).join('');
}

/** The beginning of a pattern that knows digits, sets, groups, alternatives and counts, as libphonenumber's do. */
export function startOf(pattern: string): State {
	const tokens = pattern.match(/\(\?:|\[[^\]]+\]|\{[\d,]+\}|\\d|./g) ?? [];
	const alternatives = (): Part => {
		const branches = [series()];
		while (tokens[0] === '|') {
			tokens.shift();
			branches.push(series());
		}
		return (then) => either(branches.map((branch) => branch(then)));
	};
	const series = (): Part => {
		const parts: Part[] = [];
		while (tokens[0] && tokens[0] !== '|' && tokens[0] !== ')') parts.push(counted());
		return sequence(parts);
	};
	const counted = (): Part => {
		const part = single(tokens.shift()!);
		if (tokens[0] === '?') {
			tokens.shift();
			return repeated(part, 0, 1);
		}
		if (!tokens[0]?.startsWith('{')) return part;
		const [least, most = least] = tokens.shift()!.slice(1, -1).split(',').map(Number);
		return repeated(part, least!, most!);
	};
	const single = (token: string): Part => {
		if (token !== '(?:') {
			const digits = digitsOf(token);
			return (then) => ({ ends: false, steps: [[digits, then]] });
		}
		const group = alternatives();
		tokens.shift();
		return group;
	};
	return alternatives()(END);
}
