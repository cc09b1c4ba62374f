import { startOf, type State } from './patterns.mts';

/** A tree of digits, as deep as one looks. */
type Tree = Map<string, Tree>;

/** True where a number may go on from here with exactly so many digits. */
function reaches(state: State, digits: number): boolean {
	if (digits === 0) return state.ends;
	return state.steps.some(([, next]) => reaches(next, digits - 1));
}

/** Which digits numbers of this length begin with; nothing where there is no such number. */
function treeOf(states: State[], length: number, depth: number): Tree | undefined {
	const open = states.filter((state) => reaches(state, length));
	if (open.length === 0) return undefined;
	const tree: Tree = new Map();
	if (depth === 0) return tree;
	for (const digit of '0123456789') {
		const next = open.flatMap(({ steps }) =>
			steps.filter(([digits]) => digits.includes(digit)).map(([, then]) => then),
		);
		const below = treeOf([...new Set(next)], length - 1, depth - 1);
		if (below) tree.set(digit, below);
	}
	return tree;
}

/** `[2-46]` of the digits 2, 3, 4 and 6; nothing needs to be said of all ten. */
function setOf(digits: string): string {
	if (digits.length === 10) return '.';
	if (digits.length === 1) return digits;
	return `[${rangesOf(digits).join('')}]`;
}

/** Neighbours of three and more as a range: `2346` is `2-4` and `6`. */
function rangesOf(digits: string): string[] {
	const ranges: string[] = [];
	for (const digit of digits) {
		const last = ranges.at(-1);
		if (last && Number(last.at(-1)) + 1 === Number(digit)) ranges[ranges.length - 1] = last + digit;
		else ranges.push(digit);
	}
	return ranges.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run));
}

/** The tree as a pattern: digits that go on alike stand together, and what any digit may follow is left out. */
function written(tree: Tree): string {
	const alike = new Map<string, string>();
	for (const [digit, below] of tree) {
		const rest = written(below);
		alike.set(rest, (alike.get(rest) ?? '') + digit);
	}
	const branches = [...alike].map(
		([rest, digits]) => setOf(digits) + (rest.includes('|') ? `(${rest})` : rest),
	);
	return branches.join('|').replace(/^\.+$/, '');
}

const leavesOf = (tree: Tree): number =>
	tree.size === 0 ? 1 : [...tree.values()].reduce((sum, below) => sum + leavesOf(below), 0);

/**
 * What numbers of one length begin with, as a pattern. Of so many digits at least; further ones, up to the most,
 * as long as each rules out most of what the ones before it would let through.
 */
export function beginningsOf(
	patterns: string[],
	length: number,
	[least, most]: [least: number, most: number],
): string {
	const states = patterns.map(startOf);
	const treeAt = (depth: number): Tree => {
		const tree = treeOf(states, length, Math.min(depth, length));
		if (!tree) throw new Error(`No number of ${patterns.join(' or ')} has ${length} digits`);
		return tree;
	};
	let tree = treeAt(least);
	for (let depth = least + 1; depth <= most; depth++) {
		const deeper = treeAt(depth);
		if (leavesOf(deeper) > 0.4 * 10 * leavesOf(tree)) break;
		tree = deeper;
	}
	return written(tree);
}

/** True where a number of this length may begin with these digits. */
export function canBegin(pattern: string, length: number, digits: string): boolean {
	let tree = treeOf([startOf(pattern)], length, digits.length);
	for (const digit of digits) tree = tree?.get(digit);
	return tree !== undefined;
}
