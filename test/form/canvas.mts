import type { INode } from 'n8n-workflow';

interface Area {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A node's square, with its name below and some air; a note's size is its own. */
const NODE = { width: 100, height: 140 };

function areaOf({ position: [left, top], parameters }: INode): Area {
	const { width, height } = { ...NODE, ...parameters } as typeof NODE;
	return { left, top, right: left + width, bottom: top + height };
}

/** Names of the others on whose place on the canvas this one lies. */
export function overlaps(one: INode, others: INode[]): string[] {
	const here = areaOf(one);
	return others
		.filter((other) => {
			const there = areaOf(other);
			const isBeside = here.right <= there.left || there.right <= here.left;
			return !isBeside && here.top < there.bottom && there.top < here.bottom;
		})
		.map(({ name }) => name);
}

/** The nodes that a note names, *like this*, in their order. */
export const namedIn = ({ parameters }: INode): string[] =>
	[...String(parameters.content).matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(
		([, name = '']) => name,
	);

/** How many numbered steps a note has. */
export const stepsIn = ({ parameters }: INode): number =>
	String(parameters.content).match(/^\d+\. /gm)?.length ?? 0;
