type Ending = () => Promise<void>;

/** Jest runs set-up and teardown in one process, with no other way to hand things over. */
const here = globalThis as typeof globalThis & { endingsOfTests?: Ending[] };

/** Has something done once all tests of the layer are over, before what was asked for earlier. */
export function atTheEnd(ending: Ending): void {
	(here.endingsOfTests ??= []).unshift(ending);
}

/** Ends what the set-up of a layer started, and removes what it left. */
export default async function teardown(): Promise<void> {
	for (const ending of here.endingsOfTests?.splice(0) ?? []) await ending();
}
