import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Which rooms of the engine may import which; a room that is not here does not exist. */
const rooms: Record<string, string[]> = {
	contract: [],
	pace: [],
	webhooks: ['contract'],
	values: ['contract'],
	form: ['contract'],
	lists: ['contract'],
	once: ['contract', 'pace'],
	report: ['contract', 'values'],
	send: ['contract', 'values', 'pace', 'once'],
	calls: ['contract', 'values', 'once'],
	run: ['contract', 'form', 'values', 'pace', 'once', 'send', 'report'],
};

/** What a vendor may import of the engine: these rooms, and single doors of the others. */
const forVendors = ['contract', 'form', 'values', 'lists', 'calls', 'webhooks'];
const doors = ['run/execute', 'send/lookUp'];

interface Arrow {
	from: string;
	to: string;
}

const files = globSync('nodes/**/*.ts');
const imported = /(?:^|\n)(?:import|export)\s[^;]*?from '([^']+)';/g;

/** Every import of one file by another, types included, as paths below `nodes` without their ending. */
const arrows: Arrow[] = files.flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(imported)]
		.map(([, target]) => target!)
		.filter((target) => target.startsWith('.'))
		.map((target) => ({ from: named(file), to: named(resolve(dirname(file), target)) })),
);

function named(path: string): string {
	const name = relative('nodes', path).replace(/\.ts$/, '');
	return files.includes(join('nodes', `${name}.ts`)) ? name : `${name}/index`;
}

const inEngine = (name: string) => name.startsWith('shared/');
const roomOf = (name: string) => name.split('/')[1]!;
const said = ({ from, to }: Arrow) => `${from} → ${to}`;

test('every file of the engine stands in a room', () => {
	expect(new Set(files.map(named).filter(inEngine).map(roomOf))).toEqual(
		new Set(Object.keys(rooms)),
	);
});

test('a room imports only from the rooms that it may', () => {
	const between = arrows.filter(({ from, to }) => inEngine(from) && inEngine(to));
	const wrong = between.filter(
		({ from, to }) => roomOf(from) !== roomOf(to) && !rooms[roomOf(from)]?.includes(roomOf(to)),
	);
	expect(wrong.map(said)).toEqual([]);
	expect(between.length).toBeGreaterThan(100);
});

test('the engine imports from no vendor, and no vendor from another', () => {
	const wrong = arrows.filter(
		({ from, to }) => !inEngine(to) && from.split('/')[0] !== to.split('/')[0],
	);
	expect(wrong.map(said)).toEqual([]);
});

test('a vendor imports only what is for vendors', () => {
	const wrong = arrows.filter(
		({ from, to }) =>
			!inEngine(from) &&
			inEngine(to) &&
			!forVendors.includes(roomOf(to)) &&
			!doors.includes(to.slice('shared/'.length)),
	);
	expect(wrong.map(said)).toEqual([]);
});

test('no file imports itself on a way round', () => {
	expect(circlesIn(arrows)).toEqual([]);
	expect(
		circlesIn([...arrows, { from: 'shared/contract/failure', to: 'shared/run/execute' }]),
	).not.toEqual([]);
});

/** Files that can be reached from themselves. */
function circlesIn(all: Arrow[]): string[] {
	const next = Map.groupBy(all, ({ from }) => from);
	return [...next.keys()].filter((start) => {
		const seen = new Set<string>();
		const open = [start];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			for (const { to } of next.get(at) ?? []) {
				if (to === start) return true;
				if (!seen.has(to)) open.push(to);
				seen.add(to);
			}
		}
		return false;
	});
}
